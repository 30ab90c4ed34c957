package org.deltaworks.cli.training;

import java.util.concurrent.atomic.AtomicInteger;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.service.runs.RunService;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C means while a run is watched that this command started: the first stops it and keeps
 * what it learnt, the second kills it. Closing gives Ctrl-C its usual meaning back.
 *
 * <p>The JDK has no supported way to hear a signal without ending; {@code sun.misc.Signal} is the
 * one its own shell uses.
 */
final class StopOnInterrupt implements AutoCloseable {
  private static final Signal INTERRUPT = new Signal("INT");

  private final RunService runs;
  private final long run;
  private final Terminal terminal;
  private final AtomicInteger presses = new AtomicInteger();
  private final SignalHandler before;

  private StopOnInterrupt(RunService runs, long run, Terminal terminal) {
    this.runs = runs;
    this.run = run;
    this.terminal = terminal;
    this.before = Signal.handle(INTERRUPT, signal -> pressed());
  }

  static StopOnInterrupt of(RunService runs, long run, Terminal terminal) {
    return new StopOnInterrupt(runs, run, terminal);
  }

  private void pressed() {
    try {
      if (presses.incrementAndGet() == 1) {
        terminal.note("Stopping and keeping what was learnt. Press Ctrl-C again to end at once.");
        runs.stop(run);
      } else {
        runs.kill(run);
      }
    } catch (ProblemException e) {
      terminal.note(e.problem().line());
    }
  }

  @Override
  public void close() {
    Signal.handle(INTERRUPT, before);
  }
}
