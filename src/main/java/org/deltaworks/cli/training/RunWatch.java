package org.deltaworks.cli.training;

import java.time.Duration;
import java.util.function.Supplier;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.runs.RunService;

/** Watches a run until it rests, on the thread of the command. */
public final class RunWatch {
  private static final Duration PACE = Duration.ofMillis(100);

  private final RunService runs;
  private final Terminal terminal;

  /** Watches runs of this book. */
  public RunWatch(RunService runs, Terminal terminal) {
    this.runs = runs;
    this.terminal = terminal;
  }

  /** Watches from now on until the run rests; its report has the whole history. */
  public RunReport toTheEnd(Run run) throws InterruptedException {
    ProgressDisplay display = new ProgressDisplay(terminal);
    Run.History past = runs.history(run.id(), run.progress().step());
    display.startAfter(past);
    int told = run.progress().step();
    while (true) {
      // The state first: nothing is written after a run came to rest.
      Run now = runs.get(run.id());
      Run.History newer = runs.history(run.id(), told);
      display.tell(now, newer);
      if (!newer.steps().isEmpty()) {
        told = newer.steps().getLast().step();
      }
      if (now.state().atRest()) {
        display.end();
        return new RunReport(now, runs.history(now.id(), 0));
      }
      Thread.sleep(PACE);
    }
  }

  /** The same, with Ctrl-C stopping the run and keeping what it learnt. */
  public Result steered(Run run) throws InterruptedException {
    try (StopOnInterrupt keys = StopOnInterrupt.listen(runs, terminal)) {
      keys.watch(run);
      return result(toTheEnd(run));
    }
  }

  /**
   * Begins a run and watches it, steered as {@link #steered}; Ctrl-C before it is written down
   * gives it up.
   */
  Result steered(Supplier<Run> beginning) throws InterruptedException {
    try (StopOnInterrupt keys = StopOnInterrupt.listen(runs, terminal)) {
      return result(toTheEnd(keys.begin(beginning)));
    }
  }

  /** Begins a run and leaves it to itself. */
  Result detached(Supplier<Run> beginning) throws InterruptedException {
    try (StopOnInterrupt keys = StopOnInterrupt.listen(runs, terminal)) {
      return Detached.result(keys.begin(beginning));
    }
  }

  /** Puts a run into the queue and leaves it there. */
  Result waiting(Workbench bench, Supplier<Run> adding) throws InterruptedException {
    try (StopOnInterrupt keys = StopOnInterrupt.listen(runs, terminal)) {
      Run added = keys.begin(adding);
      // It may have had its turn already.
      return bench
          .queue()
          .find(added.id())
          .map(QueueWords::added)
          .orElseGet(() -> Detached.result(runs.get(added.id())));
    }
  }

  /** How a run ended, for scripts and for people. */
  public Result result(RunReport report) {
    Run run = report.run();
    run.problem().ifPresent(problem -> terminal.note("deltaworks: " + problem.line()));
    return new Result(report.facts(), RunWords.ending(report), report.exit());
  }
}
