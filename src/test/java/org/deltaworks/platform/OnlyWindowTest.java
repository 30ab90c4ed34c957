package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyWindowTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir private Path home;

  @Test
  void aSecondStartIsHeardByTheFirstAndEnds() throws Exception {
    CountDownLatch heard = new CountDownLatch(2);
    try (OnlyWindow first = OnlyWindow.claim(home, SHORT).orElseThrow()) {
      first.listen(heard::countDown);
      assertThat(OnlyWindow.claim(home, LONG)).isEmpty();
      assertThat(OnlyWindow.claim(home, LONG)).isEmpty();
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoAsksAWindowThatDoesNotAnswerOpensAnother() throws Exception {
    try (OnlyWindow first = OnlyWindow.claim(home, SHORT).orElseThrow()) {
      assertThat(OnlyWindow.claim(home, SHORT)).isPresent();
      CountDownLatch heard = new CountDownLatch(1);
      first.listen(heard::countDown);
      assertThat(heard.await(500, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void afterTheFirstWasClosedTheNextHearsAndNothingOldIsHeard() throws Exception {
    OnlyWindow.claim(home, SHORT).orElseThrow().close();
    Files.write(home.resolve("window.asked"), new byte[0]);
    CountDownLatch heard = new CountDownLatch(1);
    try (OnlyWindow next = OnlyWindow.claim(home, SHORT).orElseThrow()) {
      next.listen(heard::countDown);
      assertThat(heard.await(500, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(OnlyWindow.claim(home, LONG)).isEmpty();
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void otherHomesHaveWindowsOfTheirOwn() throws Exception {
    Path other = Files.createDirectory(home.resolve("other"));
    try (OnlyWindow first = OnlyWindow.claim(home, SHORT).orElseThrow();
        OnlyWindow second = OnlyWindow.claim(other, SHORT).orElseThrow()) {
      first.listen(() -> {});
      second.listen(() -> {});
      assertThat(OnlyWindow.claim(home, LONG)).isEmpty();
      assertThat(OnlyWindow.claim(other, LONG)).isEmpty();
    }
  }

  @Test
  void whereNothingCanBeLockedEveryStartHasItsWindow() throws IOException, InterruptedException {
    Path file = Files.writeString(home.resolve("file"), "no folder");
    Optional<OnlyWindow> window = OnlyWindow.claim(file, SHORT);
    assertThat(window).isPresent();
    window.get().close();
  }
}
