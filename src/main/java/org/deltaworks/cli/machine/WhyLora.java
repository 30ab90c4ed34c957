package org.deltaworks.cli.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Table;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.task.Subscription;

/** The comparison of ways to train, in the terminal: a line as each ends, the table in the end. */
final class WhyLora {
  private static final List<String> HEAD =
      List.of("WAY", "STATE", "TRAINED", "MEMORY MiB", "SECONDS", "BYTES", "SCORE", "FORGOT");

  private final Workbench bench;
  private final Terminal terminal;

  WhyLora(Workbench bench, Terminal terminal) {
    this.bench = bench;
    this.terminal = terminal;
  }

  /** Starts anew, or goes on where the last one was cut off. */
  Result show() throws InterruptedException {
    boolean cut = bench.comparison().last().filter(last -> !last.over()).isPresent();
    terminal.note(
        cut
            ? "Going on with the comparison that was cut off."
            : "Training one demo in several ways. Ended early, the same command goes on.");
    try (Subscription ignored = bench.comparison().follow(this::tell)) {
      Comparison done = cut ? bench.comparison().goOn() : bench.comparison().start();
      boolean failed = done.entries().stream().anyMatch(e -> e.state() == State.FAILED);
      return new Result(facts(done), lines(done), failed ? 1 : 0);
    }
  }

  private void tell(Comparison now) {
    now.entries().stream()
        .filter(e -> e.state() == State.TRAINING || e.state() == State.MEASURING)
        .findFirst()
        .ifPresent(e -> terminal.note("%s: %s".formatted(e.arm().label(), word(e.state()))));
  }

  static List<String> lines(Comparison done) {
    List<List<String>> rows = done.entries().stream().map(e -> row(done, e)).toList();
    List<String> lines = new ArrayList<>(Table.lines(HEAD, rows, "Nothing was compared."));
    done.base()
        .ifPresent(
            base ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "The base alone: score %.2f, loss on its own text %.3f. FORGOT is how much"
                            + " that loss grew.",
                        base.score(),
                        base.ownLoss())));
    done.entries()
        .forEach(e -> e.problem().ifPresent(p -> lines.add(e.arm().label() + ": " + p.line())));
    return lines;
  }

  private static List<String> row(Comparison all, Entry entry) {
    Optional<Figures> f = entry.figures();
    return List.of(
        entry.arm().label(),
        word(entry.state()),
        f.map(n -> String.format(Locale.ROOT, "%,d", n.trainable())).orElse("-"),
        f.map(n -> String.format(Locale.ROOT, "%.0f", n.peakMegabytes())).orElse("-"),
        f.map(n -> String.format(Locale.ROOT, "%.1f", n.seconds())).orElse("-"),
        f.map(n -> String.format(Locale.ROOT, "%,d", n.bytes())).orElse("-"),
        f.map(n -> String.format(Locale.ROOT, "%.2f", n.score())).orElse("-"),
        all.forgetting(entry).map(d -> String.format(Locale.ROOT, "%+.3f", d)).orElse("-"));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, ?> facts(Comparison done) {
    List<Map<String, ?>> entries = new ArrayList<>();
    for (Entry entry : done.entries()) {
      Optional<Figures> f = entry.figures();
      entries.add(
          new Facts()
              .with("name", entry.arm().name())
              .with("state", word(entry.state()))
              .with("run", entry.run())
              .with("trainable", f.map(Figures::trainable))
              .with("peak_rss_mb", f.map(Figures::peakMegabytes))
              .with("seconds", f.map(Figures::seconds))
              .with("bytes", f.map(Figures::bytes))
              .with("score", f.map(Figures::score))
              .with("own_loss", f.map(Figures::ownLoss))
              .with("forgot", done.forgetting(entry))
              .with("error", entry.problem().map(Problem::line))
              .map());
    }
    return new Facts()
        .with("demo", done.demo())
        .with("base_score", done.base().map(Comparison.Baseline::score))
        .with("base_own_loss", done.base().map(Comparison.Baseline::ownLoss))
        .with("ways", entries)
        .map();
  }
}
