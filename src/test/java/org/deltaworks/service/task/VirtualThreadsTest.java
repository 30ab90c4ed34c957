package org.deltaworks.service.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void resultAndProgressArriveInOrder() throws InterruptedException {
    try (VirtualThreads runner = new VirtualThreads()) {
      Task task =
          runner.start(
              "work",
              job -> {
                job.report(Progress.of(1, 2, "half"));
                return Thread.currentThread().getName();
              },
              new Heard());
      assertThat(task.await(SOON)).isTrue();
      assertThat(heard).containsExactly("0.5 half", "succeeded work");
    }
  }

  @Test
  void cancellingInterruptsAndIsHeardOnce() throws InterruptedException {
    try (VirtualThreads runner = new VirtualThreads()) {
      CountDownLatch begun = new CountDownLatch(1);
      Task task =
          runner.start(
              "work",
              job -> {
                begun.countDown();
                Thread.sleep(SOON.multipliedBy(10));
                return "never";
              },
              new Heard());
      begun.await();
      task.cancel();
      assertThat(task.await(SOON)).isTrue();
      assertThat(heard).containsExactly("cancelled");
    }
  }

  @Test
  void whatIsThrownIsHeard() throws InterruptedException {
    try (VirtualThreads runner = new VirtualThreads()) {
      Task task =
          runner.start(
              "work",
              job -> {
                throw new IllegalStateException("broken");
              },
              new Heard());
      assertThat(task.await(SOON)).isTrue();
      assertThat(heard).containsExactly("failed broken");
    }
  }

  @Test
  void aNewerRequestSilencesTheOlder() throws InterruptedException {
    try (VirtualThreads runner = new VirtualThreads()) {
      LatestTask latest = new LatestTask(runner, "latest");
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      latest.start(
          job -> {
            begun.countDown();
            while (!job.cancelled()) {
              Thread.onSpinWait();
            }
            return "old";
          },
          new Heard());
      begun.await();
      latest.start(
          job -> "new",
          new Heard() {
            @Override
            public void succeeded(String value) {
              super.succeeded(value);
              done.countDown();
            }
          });
      done.await();
      assertThat(heard).containsExactly("succeeded new");
    }
  }

  private class Heard implements Outcome<String> {
    @Override
    public void progressed(Progress progress) {
      heard.add(progress.share().orElse(-1) + " " + progress.doing());
    }

    @Override
    public void succeeded(String value) {
      heard.add("succeeded " + value);
    }

    @Override
    public void failed(Throwable thrown) {
      heard.add("failed " + thrown.getMessage());
    }

    @Override
    public void cancelled() {
      heard.add("cancelled");
    }
  }
}
