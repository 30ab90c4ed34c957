package org.deltaworks.ui.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.deltaworks.service.task.LatestTask;
import org.deltaworks.service.task.Outcome;
import org.deltaworks.service.task.Progress;
import org.deltaworks.service.task.Task;
import org.deltaworks.service.task.TaskRunner;
import org.deltaworks.service.task.Work;

/**
 * Sends work off the window's thread and brings what comes of it back: the way in which every view
 * model calls its services. With a same-thread runner and {@link ScreenThread#direct()} a test sees
 * the result at once.
 */
public final class Background {
  private final TaskRunner runner;
  private final ScreenThread screen;

  /** Works there, answers here. */
  public Background(TaskRunner runner, ScreenThread screen) {
    this.runner = runner;
    this.screen = screen;
  }

  /** Starts work; one of the two receivers is called on the window's thread. */
  public <T> Task start(
      String name, Callable<T> work, Consumer<? super T> then, Consumer<Throwable> otherwise) {
    return start(name, job -> work.call(), outcome(then, otherwise));
  }

  /** Starts work without a result. */
  public Task act(String name, Runnable work, Runnable then, Consumer<Throwable> otherwise) {
    return start(
        name,
        () -> {
          work.run();
          return Boolean.TRUE;
        },
        done -> then.run(),
        otherwise);
  }

  /** Starts work that tells its progress; the outcome is called on the window's thread. */
  public <T> Task start(String name, Work<? extends T> work, Outcome<T> outcome) {
    return runner.start(name, work, brought(outcome));
  }

  /** A place for work of which only the newest request matters. */
  public Latest latest(String name) {
    return latest(name, Duration.ZERO);
  }

  /**
   * As {@link #latest(String)}, but a request waits so long before it begins: of many that follow
   * each other while a slider moves, only the last one is worked on at all.
   */
  public Latest latest(String name, Duration rest) {
    return new Latest(new LatestTask(runner, name), rest);
  }

  /** The window's thread, for what services publish by themselves. */
  public ScreenThread screen() {
    return screen;
  }

  private <T> Outcome<T> brought(Outcome<T> outcome) {
    Consumer<Progress> progress = screen.latest(outcome::progressed);
    return new Outcome<>() {
      @Override
      public void progressed(Progress now) {
        progress.accept(now);
      }

      @Override
      public void succeeded(T value) {
        screen.run(() -> outcome.succeeded(value));
      }

      @Override
      public void failed(Throwable thrown) {
        screen.run(() -> outcome.failed(thrown));
      }

      @Override
      public void cancelled() {
        screen.run(outcome::cancelled);
      }
    };
  }

  private static <T> Outcome<T> outcome(Consumer<? super T> then, Consumer<Throwable> otherwise) {
    return new Outcome<>() {
      @Override
      public void succeeded(T value) {
        then.accept(value);
      }

      @Override
      public void failed(Throwable thrown) {
        otherwise.accept(thrown);
      }
    };
  }

  /** Work of which only the newest request is ever heard of again. */
  public final class Latest {
    private final LatestTask task;
    private final Duration rest;

    private Latest(LatestTask task, Duration rest) {
      this.task = task;
      this.rest = rest;
    }

    /** Starts this in place of what still runs. */
    public <T> void start(
        Callable<T> work, Consumer<? super T> then, Consumer<Throwable> otherwise) {
      Outcome<T> heard = outcome(then, otherwise);
      task.start(
          job -> {
            Thread.sleep(rest);
            return work.call();
          },
          brought(heard));
    }

    /** Forgets what still runs. */
    public void cancel() {
      task.close();
    }
  }
}
