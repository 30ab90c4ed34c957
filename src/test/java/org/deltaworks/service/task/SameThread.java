package org.deltaworks.service.task;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Does all work on the calling thread, so that tests of view models are deterministic. */
public final class SameThread implements TaskRunner {
  @Override
  public <T> Task start(String name, Work<? extends T> work, Outcome<? super T> outcome) {
    try {
      outcome.succeeded(work.run(new Uncancelled(outcome)));
    } catch (CancellationException | InterruptedException e) {
      outcome.cancelled();
    } catch (Throwable thrown) {
      outcome.failed(thrown);
    }
    return new Over();
  }

  @Override
  public void close() {}

  private record Uncancelled(Outcome<?> outcome) implements Work.Job {
    @Override
    public void report(Progress progress) {
      outcome.progressed(progress);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private record Over() implements Task {
    @Override
    public void cancel() {}

    @Override
    public boolean done() {
      return true;
    }

    @Override
    public boolean await(Duration most) {
      return true;
    }
  }
}
