package org.deltaworks.cli.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Failures;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Table;
import org.deltaworks.cli.training.RunReport;
import org.deltaworks.cli.training.RunWatch;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.demos.ComparisonService;
import org.deltaworks.service.demos.DemoMeasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on what comes with the program: ask, train, ask again. */
@Command(
    name = "demo",
    description = "Trains a demo on the bundled model and shows what it changed.")
public final class DemoCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;
  private static final int SHOWN = 3;

  private final Session session;

  @Option(names = "--headless", description = "Work in the terminal, as this command does anyway.")
  private boolean headless;

  @Option(
      names = "--name",
      paramLabel = "D",
      description =
          "Which demo, see --list. Default: the first. why-lora trains one in several ways and"
              + " compares them.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the training, for measuring. Default: 0.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--list", description = "Tell which demos there are, and train nothing.")
  private boolean list;

  /** For one call. */
  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      return session.run(DemoCommand::listed);
    }
    return name.filter(ComparisonService.NAME::equals).isPresent()
        ? session.run(bench -> new WhyLora(bench, session.terminal()).show())
        : session.run(this::show);
  }

  private static Result listed(Workbench bench) {
    List<List<String>> rows = new ArrayList<>();
    List<Map<String, ?>> facts = new ArrayList<>();
    for (Demo demo : bench.demos().list()) {
      rows.add(List.of(demo.name(), demo.sentence()));
      facts.add(
          new Facts()
              .with("name", demo.name())
              .with("title", demo.title())
              .with("sentence", demo.sentence())
              .with("metric", demo.metric().code())
              .with("prompts", demo.prompts())
              .map());
    }
    rows.add(List.of(ComparisonService.NAME, "One demo trained in several ways, compared."));
    return Result.of(
        new Facts().with("demos", facts).map(),
        Table.lines(List.of("NAME", "WHAT IT SHOWS"), rows, ""));
  }

  private Result show(Workbench bench) throws InterruptedException {
    long began = System.nanoTime();
    Demo demo = bench.demos().find(name);
    say("Demo %s: %s".formatted(demo.name(), demo.sentence()));
    say("Asking the base model …");
    DemoMeasure before = bench.demos().measure(demo, Optional.empty());
    say("Training …");
    Run run = bench.demos().start(demo, seed, Instant.now());
    RunWatch watch = new RunWatch(bench.runs(), session.terminal());
    RunReport report = watch.toTheEnd(run);
    Optional<String> adapter = report.run().result();
    if (report.exit() != 0 || adapter.isEmpty()) {
      return failed(report);
    }
    say("Asking again, with the adapter …");
    DemoMeasure after = bench.demos().measure(demo, adapter);
    double seconds = (System.nanoTime() - began) / NANOSECONDS;
    return Result.of(
        new Facts()
            .with("demo", demo.name())
            .with("metric", demo.metric().code())
            .with("before", before.mean())
            .with("after", after.mean())
            .with("heldout_rows", after.answers().size())
            .with("seconds", seconds)
            .with("training_seconds", trainingSeconds(report.run()))
            .with("adapter", adapter)
            .with("run", report.run().name())
            .with("losses", report.history().steps().stream().map(Run.StepPoint::loss).toList())
            .map(),
        lines(demo, report, before, after));
  }

  private static double trainingSeconds(Run run) {
    return run.started().isEmpty() || run.ended().isEmpty()
        ? 0
        : Duration.between(run.started().get(), run.ended().get()).toMillis() / 1e3;
  }

  private static Result failed(RunReport report) {
    return report
        .run()
        .problem()
        .map(
            problem ->
                new Result(
                    new Facts()
                        .with("run", report.run().name())
                        .with("error", Failures.facts(problem))
                        .map(),
                    List.of(problem.line()),
                    1))
        .orElseGet(() -> new Result(report.facts(), List.of("The run was stopped."), 1));
  }

  private List<String> lines(Demo demo, RunReport report, DemoMeasure before, DemoMeasure after) {
    List<String> lines =
        new ArrayList<>(
            CurvePlot.lines(report.history().steps().stream().map(Run.StepPoint::loss).toList()));
    for (int i = 0; i < Math.min(SHOWN, after.answers().size()); i++) {
      lines.add("");
      lines.add("Asked:  " + after.answers().get(i).prompt().strip());
      lines.add("Before: " + oneLine(before.answers().get(i).answer()));
      lines.add("After:  " + oneLine(after.answers().get(i).answer()));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %.0f %% before, %.0f %% after, on %s it never saw.",
            capital(demo.metric().label()),
            100 * before.mean(),
            100 * after.mean(),
            Counted.of(after.answers().size(), "row")));
    report.run().result().ifPresent(a -> lines.add("The adapter is called " + a + "."));
    return lines;
  }

  private void say(String line) {
    session.terminal().note(line);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " / ");
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
