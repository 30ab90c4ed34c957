package org.deltaworks.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.training.RunReport;
import org.deltaworks.cli.training.RunWatch;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries what an installed copy needs: window, child process, a training step, catalog. */
@Command(name = "self-test", description = "Tries out this installation in less than a minute.")
public final class SelfTestCommand implements Callable<Integer> {
  private static final String NAME = "self-test";

  private final Session session;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model to train for one step. Default: polder.")
  private String model = ModelLocator.BUNDLED;

  /** For one call. */
  public SelfTestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of("window", this::window));
    try (Installation.Open open = session.installation().open(session.options().home())) {
      Workbench bench = open.workbench();
      findings.add(Finding.of("child", () -> child(bench)));
      findings.add(Finding.of("training", () -> step(bench)));
      findings.add(Finding.of("catalog", () -> catalog(bench)));
    } catch (RuntimeException failure) {
      findings.add(
          Finding.of(
              "catalog",
              () -> {
                throw failure;
              }));
    }
    return session.tell(Findings.result(findings));
  }

  private Finding window() throws Exception {
    session.installation().tryWindow(session.options().home());
    return Finding.ok("window", "opened out of sight and closed again");
  }

  private static Finding child(Workbench bench) throws InterruptedException {
    return Finding.ok("child", "answers with " + bench.evaluation().engine().version());
  }

  private Finding step(Workbench bench) throws IOException, InterruptedException {
    Path data = Files.createTempFile("deltaworks-self-test", ".jsonl");
    try {
      Files.writeString(
          data,
          """
          {"prompt": "Who lives by the water?", "completion": "The miller lives by the water."}
          {"prompt": "What does the mill do?", "completion": "The mill turns in the wind."}
          """);
      Run run = bench.training().start(draft(data), Instant.now());
      RunReport report = new RunWatch(bench.runs(), session.terminal()).toTheEnd(run);
      return finding(report);
    } finally {
      Files.deleteIfExists(data);
    }
  }

  private TrainingDraft draft(Path data) {
    return TrainingDraft.empty()
        .with(Setting.MODEL, model)
        .with(Setting.DATA, List.of(data.toString()))
        .with(Setting.STEPS, "1")
        .with(Setting.EVAL_FRACTION, "0")
        .with(Setting.MAX_LENGTH, "64");
  }

  private static Finding finding(RunReport report) {
    Run run = report.run();
    if (run.state() != RunState.FINISHED) {
      return Finding.wrong(
          "training",
          run.problem().map(p -> p.message()).orElse("the run " + run.state().saying()),
          run.problem().map(p -> p.remedy()).orElse("Look into the logs."));
    }
    return Finding.ok(
        "training",
        String.format(
            Locale.ROOT, "one step, loss %.4f", report.history().steps().getFirst().loss()));
  }

  /** Reads back what the training wrote, and tidies it away. */
  private static Finding catalog(Workbench bench) {
    Run run =
        bench.runs().list().stream()
            .filter(r -> r.draft().texts(Setting.DATA).stream().anyMatch(d -> d.contains(NAME)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the run is not in the catalog"));
    run.result()
        .map(bench.adapters()::find)
        .ifPresent(
            adapter -> {
              bench.adapters().discard(adapter.id());
              bench.adapters().purge(adapter.id());
            });
    bench.runs().discard(run.id());
    bench.runs().purge(run.id());
    return Finding.ok("catalog", "run and adapter were written, read and deleted");
  }
}
