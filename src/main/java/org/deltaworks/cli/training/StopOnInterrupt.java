package org.deltaworks.cli.training;

import java.util.function.Supplier;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.runs.RunService;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C means while this command begins or watches a run: before the run is written down it
 * gives the run up, and nothing of it is left; after that the first press stops it and keeps what
 * it learnt, the second kills it. Closing gives Ctrl-C its usual meaning back.
 *
 * <p>The JDK has no supported way to hear a signal without ending; {@code sun.misc.Signal} is the
 * one its own shell uses.
 */
final class StopOnInterrupt implements AutoCloseable {
  private static final Signal INTERRUPT = new Signal("INT");

  private final RunService runs;
  private final Terminal terminal;
  private final SignalHandler before;
  private @Nullable Thread beginner;
  private @Nullable Run run;
  private int presses;

  private StopOnInterrupt(RunService runs, Terminal terminal) {
    this.runs = runs;
    this.terminal = terminal;
    this.before = Signal.handle(INTERRUPT, signal -> pressed());
  }

  static StopOnInterrupt listen(RunService runs, Terminal terminal) {
    return new StopOnInterrupt(runs, terminal);
  }

  /**
   * Begins a run on this thread.
   *
   * @throws InterruptedException if it was given up before it was written down
   */
  Run begin(Supplier<Run> beginning) throws InterruptedException {
    expect(Thread.currentThread());
    try {
      Run begun = beginning.get();
      watch(begun);
      return begun;
    } catch (RuntimeException e) {
      if (givenUp()) {
        throw interrupted(e);
      }
      throw e;
    } finally {
      expect(null);
    }
  }

  /**
   * From here on Ctrl-C is about this run; one that came a moment too late to give it up stops it.
   */
  synchronized void watch(Run watched) {
    beginner = null;
    run = watched;
    if (presses > 0) {
      Thread.interrupted();
      stop(watched);
    }
  }

  private synchronized void expect(@Nullable Thread thread) {
    beginner = thread;
  }

  private synchronized boolean givenUp() {
    return presses > 0;
  }

  private static InterruptedException interrupted(RuntimeException cause) {
    Thread.interrupted();
    InterruptedException interrupted = new InterruptedException("before the run was written down");
    interrupted.initCause(cause);
    return interrupted;
  }

  private synchronized void pressed() {
    presses++;
    Run watched = run;
    if (watched == null) {
      if (beginner != null) {
        beginner.interrupt();
      }
    } else if (presses == 1) {
      stop(watched);
    } else {
      told(() -> runs.kill(watched.id()));
    }
  }

  private void stop(Run watched) {
    terminal.note("Stopping and keeping what was learnt. Press Ctrl-C again to end at once.");
    told(() -> runs.stop(watched.id()));
  }

  private void told(Runnable wish) {
    try {
      wish.run();
    } catch (ProblemException e) {
      terminal.note(e.problem().line());
    }
  }

  @Override
  public void close() {
    Signal.handle(INTERRUPT, before);
  }
}
