package org.deltaworks.cli.training;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.training.SweepOverview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills the queue from lists of values. */
@Command(
    name = "sweep",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Trains with every combination of some values, one after another.",
      "Options take lists: --rank 4,8,16 --lr 1e-4,2e-4 --target-modules 'q_proj;all-linear'."
    },
    footer = {"", "How it stands: deltaworks sweep show NAME"})
public final class SweepCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Mixin private final StartTime time = new StartTime();

  @Option(
      names = "--metric",
      paramLabel = "held-out|loss",
      defaultValue = "held-out",
      description = "What tells the best run, less is better. Default: held-out.")
  private String metric = "held-out";

  @Spec private @Nullable CommandSpec spec;

  /** For one call. */
  public SweepCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::start);
  }

  private Result start(Workbench bench) {
    var line = Objects.requireNonNull(spec).commandLine().getParseResult();
    TrainingDraft lists = options.draft(bench, line);
    Optional<Instant> notBefore = time.notBefore();
    SweepOverview started = bench.sweeps().start(lists, chosen(), notBefore);
    if (notBefore.isPresent()) {
      session.terminal().note(StartTime.REMINDER);
    }
    return SweepWords.of(started);
  }

  private SweepMetric chosen() {
    return SweepMetric.of(metric)
        .orElseThrow(
            () ->
                Problem.at(
                        "metric",
                        Problem.Kind.WRONG_USAGE,
                        "There is no metric \"%s\".".formatted(metric),
                        "Choose held-out or loss.")
                    .asException());
  }
}
