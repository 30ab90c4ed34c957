package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills (signal 9) the processes that people look through, the window and the command that starts a
 * training: the training itself goes on, and the catalog stays whole. {@code
 * -Ddeltaworks.kills=100} is the long form.
 */
class KilledWindowTest {
  /** Of so many moments some come before the run is written down, and some after. */
  private static final int MANY = 20;

  @TempDir private Path folder;
  private OpenHome home;
  private final Random random = new Random(Killing.SEED);

  @BeforeEach
  void open() throws IOException {
    home = new OpenHome(folder);
  }

  @AfterEach
  void close() {
    if (home != null) {
      home.close();
    }
  }

  /**
   * Kills come at any time of what an undisturbed command takes here, from its start to the end of
   * its training: on a slow machine nothing would have happened yet by a fixed time.
   */
  private Duration wholeLife() throws Exception {
    Instant start = Instant.now();
    Process process = Killing.start(folder, train("whole"));
    assertThat(process.waitFor(Killing.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Killing.said(folder)).isZero();
    return Duration.between(start, Instant.now());
  }

  private List<String> train(String name) throws IOException {
    return List.of("train", "--config", recipe(name).toString());
  }

  @Test
  void aWindowThatIsKilledTakesNothingWithIt() throws Exception {
    Duration life = wholeLife();
    Run run = home.bench.training().start(Killing.draft(folder, "long", 1_000_000));
    for (int i = 0; i < Killing.KILLS; i++) {
      int before = home.bench.runs().get(run.id()).progress().step();
      killed(List.of(), life);
      Killing.check(folder);
      home.until(run.id(), r -> r.state() == RunState.RUNNING && r.progress().step() > before);
    }
    home.bench.runs().pause(run.id());
    Run end = home.end(run);
    assertThat(end.state()).isEqualTo(RunState.PAUSED);
    assertThat(Killing.losses(home, run.id())).hasSize(end.progress().step());
    System.out.println("windows killed: " + Killing.KILLS);
  }

  @Test
  void aCommandThatIsKilledLeavesARunThatGoesOnOrNone() throws Exception {
    Duration life = wholeLife();
    int went = 0;
    for (int i = 0; i < Killing.KILLS; i++) {
      String name = "run-" + i;
      killed(train(name), life);
      // Whoever was asked for a run and sees that nobody waits any more, ends by itself.
      Thread.sleep(1500);
      Optional<Run> run =
          home.bench.runs().list().stream().filter(r -> r.name().equals(name)).findFirst();
      if (run.isPresent()) {
        assertThat(home.end(run.get()).state()).isEqualTo(RunState.FINISHED);
        went++;
      }
      Killing.check(folder);
    }
    if (Killing.KILLS >= MANY) {
      assertThat(went).as("kills before and after a run is there").isBetween(1, Killing.KILLS - 1);
    }
    System.out.println("commands killed: " + Killing.KILLS + ", runs that went on: " + went);
  }

  private Path recipe(String name) throws IOException {
    Path file = folder.resolve(name + ".recipe.json");
    home.bench.recipes().write(file, Killing.draft(folder, name, 20));
    return file;
  }

  /** Starts a process of ours on this home and kills it at some moment of its life. */
  private void killed(List<String> words, Duration life) throws IOException, InterruptedException {
    Process process = Killing.start(folder, words);
    process.waitFor(random.nextLong(life.toMillis()), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }
}
