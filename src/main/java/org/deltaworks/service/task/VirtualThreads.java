package org.deltaworks.service.task;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One named virtual thread for each piece of work; cancelling interrupts it. */
public final class VirtualThreads implements TaskRunner {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Set<Running<?>> running = ConcurrentHashMap.newKeySet();

  @Override
  public <T> Task start(String name, Work<? extends T> work, Outcome<? super T> outcome) {
    Running<T> task = new Running<>(name, work, outcome);
    running.add(task);
    task.thread.start();
    return task;
  }

  @Override
  public void close() {
    running.forEach(Running::cancel);
    long end = System.nanoTime() + GRACE.toNanos();
    for (Running<?> task : running) {
      try {
        task.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private final class Running<T> implements Task, Work.Job {
    private final Work<? extends T> work;
    private final Outcome<? super T> outcome;
    private final Thread thread;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean cancelled;

    Running(String name, Work<? extends T> work, Outcome<? super T> outcome) {
      this.work = work;
      this.outcome = outcome;
      this.thread = Thread.ofVirtual().name(name).unstarted(this::go);
    }

    private void go() {
      try {
        T value = work.run(this);
        if (cancelled) {
          outcome.cancelled();
        } else {
          outcome.succeeded(value);
        }
      } catch (CancellationException | InterruptedException e) {
        outcome.cancelled();
      } catch (Throwable thrown) {
        if (cancelled) {
          outcome.cancelled();
        } else {
          outcome.failed(thrown);
        }
      } finally {
        running.remove(this);
        end.countDown();
      }
    }

    @Override
    public void report(Progress progress) {
      if (!cancelled) {
        outcome.progressed(progress);
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public void cancel() {
      cancelled = true;
      thread.interrupt();
    }

    @Override
    public boolean done() {
      return end.getCount() == 0;
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
      return end.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
