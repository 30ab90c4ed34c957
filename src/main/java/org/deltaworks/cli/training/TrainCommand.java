package org.deltaworks.cli.training;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.LaunchTime;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.runs.Resumption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an adapter and watches it to its end. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Trains an adapter on a file of examples.")
public final class TrainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Option(names = "--detach", description = "Return at once; the run goes on.")
  private boolean detach;

  @Option(
      names = "--queue",
      description = "Let the run wait until the others have ended, and return at once.")
  private boolean queue;

  @Mixin private final StartTime time = new StartTime();

  @Spec private @Nullable CommandSpec spec;

  /** For one call. */
  public TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::train);
  }

  private Result train(Workbench bench) throws InterruptedException {
    var line = Objects.requireNonNull(spec).commandLine().getParseResult();
    TrainingDraft draft = options.draft(bench, line);
    RunWatch watch = new RunWatch(bench.runs(), session.terminal());
    if (queue || time.given()) {
      Optional<Instant> notBefore = time.notBefore();
      return watch.waiting(bench, () -> bench.training().enqueue(draft, notBefore));
    }
    Supplier<Run> beginning = () -> begun(bench, draft);
    return detach ? watch.detached(beginning) : watch.steered(beginning);
  }

  private Run begun(Workbench bench, TrainingDraft draft) {
    Run run = bench.training().start(draft, LaunchTime.ofThisProcess());
    if (bench.queue().find(run.id()).isPresent()) {
      session.terminal().note(Resumption.WAITS);
    }
    return run;
  }
}
