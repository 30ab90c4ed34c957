package org.deltaworks.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.task.VirtualThreads;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final BlockingQueue<Runnable> forTheScreen = new LinkedBlockingQueue<>();
  private final VirtualThreads threads = new VirtualThreads();
  private final Background background = new Background(threads, forTheScreen::add);

  @Test
  void bringsTheResultToTheScreensThread() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    Thread here = Thread.currentThread();
    background.start(
        "test",
        () -> Thread.currentThread() == here ? "same" : "other",
        heard::add,
        thrown -> heard.add("failed"));
    next();
    assertThat(heard).containsExactly("other");
  }

  @Test
  void bringsAFailureToo() throws InterruptedException {
    List<Throwable> heard = new ArrayList<>();
    background.act(
        "test",
        () -> {
          throw Problem.of(Problem.Kind.BAD_FILE, "It is broken.", "Mend it.").asException();
        },
        () -> heard.clear(),
        heard::add);
    next();
    assertThat(Content.problemOf(heard.getFirst()).message()).isEqualTo("It is broken.");
  }

  @Test
  void onlyTheNewestIsHeardOfAgain() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    Background.Latest latest = background.latest("test");
    latest.start(
        () -> {
          Thread.sleep(Duration.ofSeconds(20));
          return "old";
        },
        heard::add,
        thrown -> heard.add("failed"));
    latest.start(() -> "new", heard::add, thrown -> heard.add("failed"));
    next();
    assertThat(heard).containsExactly("new");
  }

  @Test
  void whatIsAskedInARowIsWorkedOnOnce() throws InterruptedException {
    List<Integer> worked = new CopyOnWriteArrayList<>();
    Background.Latest latest = background.latest("test", Duration.ofMillis(500));
    for (int i = 0; i < 50; i++) {
      int asked = i;
      latest.start(() -> worked.add(asked), done -> {}, thrown -> worked.add(-1));
    }
    next();
    assertThat(worked).containsExactly(49);
  }

  private void next() throws InterruptedException {
    Runnable work = forTheScreen.poll(10, TimeUnit.SECONDS);
    assertThat(work).isNotNull();
    if (work != null) {
      work.run();
    }
  }
}
