package org.deltaworks.cli.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Table;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.training.SweepOverview;

/** A sweep as scripts and as people read it. */
final class SweepWords {
  private SweepWords() {}

  /** Its table, and the best so far. */
  static Result of(SweepOverview overview) {
    List<String> lines = new ArrayList<>(table(overview));
    lines.add(
        "The sweep %s: %d of %d runs have ended. %s"
            .formatted(
                overview.sweep().name(),
                overview.ended(),
                overview.points().size(),
                overview
                    .best()
                    .map(best -> "Best so far: " + best.run().name() + ".")
                    .orElse("None can be judged yet.")));
    return Result.of(facts(overview).map(), lines);
  }

  /** Several in a few words each. */
  static Result list(List<SweepOverview> all) {
    return Result.of(
        new Facts().with("sweeps", all.stream().map(o -> head(o).map()).toList()).map(),
        Table.lines(
            List.of("SWEEP", "VARIES", "ENDED", "BEST"),
            all.stream()
                .map(
                    o ->
                        List.of(
                            o.sweep().name(),
                            String.join(", ", options(o)),
                            "%d/%d".formatted(o.ended(), o.points().size()),
                            o.best().map(best -> best.run().name()).orElse("-")))
                .toList(),
            "There is no sweep yet. Start one with: deltaworks sweep --rank 4,8,16 --data FILE"));
  }

  private static List<String> options(SweepOverview overview) {
    return overview.sweep().varied().stream().map(Setting::option).toList();
  }

  private static Facts head(SweepOverview overview) {
    return new Facts()
        .with("sweep", overview.sweep().name())
        .with("metric", overview.sweep().metric().code())
        .with("varied", options(overview))
        .with("runs_ended", overview.ended())
        .with("runs_planned", overview.points().size())
        .with("best", overview.best().map(best -> best.run().name()));
  }

  private static Facts facts(SweepOverview overview) {
    return head(overview)
        .with("runs", overview.points().stream().map(p -> facts(overview, p)).toList());
  }

  private static Map<String, ?> facts(SweepOverview overview, SweepOverview.Point point) {
    Map<String, String> varied = new LinkedHashMap<>();
    overview.sweep().varied().forEach(s -> varied.put(s.option(), point.value(s)));
    return RunFacts.row(point.run())
        .with("settings", varied)
        .with("value", metric(point))
        .with("trainable", point.run().facts().trainable())
        .map();
  }

  private static Optional<Double> metric(SweepOverview.Point point) {
    return point.metric().isPresent()
        ? Optional.of(point.metric().getAsDouble())
        : Optional.empty();
  }

  private static List<String> table(SweepOverview overview) {
    List<String> head = new ArrayList<>(List.of("RUN"));
    options(overview).forEach(option -> head.add(option.toUpperCase(Locale.ROOT)));
    head.addAll(
        List.of("STATE", "STEP", overview.sweep().metric().code().toUpperCase(Locale.ROOT)));
    head.add("");
    return Table.lines(
        head, overview.points().stream().map(point -> row(overview, point)).toList(), "");
  }

  private static List<String> row(SweepOverview overview, SweepOverview.Point point) {
    List<String> row = new ArrayList<>(List.of(point.run().name()));
    overview.sweep().varied().forEach(setting -> row.add(point.value(setting)));
    row.add(point.run().state().code());
    row.add(RunWords.steps(point.run()));
    row.add(metric(point).map(value -> String.format(Locale.ROOT, "%.4f", value)).orElse("-"));
    row.add(overview.best().filter(point::equals).isPresent() ? "best" : "");
    return row;
  }
}
