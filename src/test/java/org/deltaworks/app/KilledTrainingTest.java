package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills (signal 9) the process of a training again and again and lets it go on each time: nothing
 * that was committed is lost, and in the end every loss and every byte of the adapter is that of
 * the run that nobody touched. {@code -Ddeltaworks.kills=100} is the long form.
 */
class KilledTrainingTest {
  private static final int STEPS = 120;
  private static final Duration START = Duration.ofSeconds(6);

  /** When a process is killed. */
  enum Moment {
    /** At any time, while it starts, too. */
    ANY,
    /** While a checkpoint has no name yet. */
    SAVING,
    /** From the last step to the end. */
    PUBLISHING
  }

  @TempDir private Path folder;
  private OpenHome home;
  private final Random random = new Random(Killing.SEED);
  private int kills;
  private int trainings;

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

  @Test
  void killedAtAnyTimeItComesToTheSameEnd() throws Exception {
    comesToTheSameEnd(Moment.ANY);
  }

  @Test
  void killedWhileItSavesItComesToTheSameEnd() throws Exception {
    comesToTheSameEnd(Moment.SAVING);
  }

  @Test
  void killedWhileItPublishesItComesToTheSameEnd() throws Exception {
    comesToTheSameEnd(Moment.PUBLISHING);
  }

  private void comesToTheSameEnd(Moment moment) throws Exception {
    Run whole = home.end(home.bench.training().start(Killing.draft(folder, "whole", STEPS)));
    List<Double> losses = Killing.losses(home, whole.id());
    assertThat(losses).hasSize(STEPS).doesNotHaveDuplicates();
    while (kills < Killing.KILLS) {
      Run end = killed(moment, "killed-" + ++trainings);
      assertThat(Killing.losses(home, end.id())).isEqualTo(losses);
      assertThat(Killing.evaluations(home, end.id()))
          .isEqualTo(Killing.evaluations(home, whole.id()));
      assertThat(Killing.weights(home, end)).isEqualTo(Killing.weights(home, whole));
      assertThat(home.bench.adapters().list())
          .as("one adapter of each training, no half ones, none twice")
          .hasSize(1 + trainings);
    }
    System.out.printf(
        "%s: killed without a loss %d times in %d trainings%n", moment, kills, trainings);
  }

  /** One training, killed up to ten times at such moments, then left alone. */
  private Run killed(Moment moment, String name) throws Exception {
    Run run = home.bench.training().start(Killing.draft(folder, name, STEPS));
    for (int i = 0; i < 10 && kills < Killing.KILLS; i++) {
      if (!killAt(moment, run)) {
        break;
      }
      kills++;
      home.bench.runs().resume(run.id());
    }
    return home.end(run);
  }

  /** False if the run came to its end before. */
  private boolean killAt(Moment moment, Run run) throws Exception {
    waitFor(moment, run);
    Run before = home.bench.runs().get(run.id());
    List<Double> committed = Killing.losses(home, run.id());
    if (!before.state().atRest()) {
      kill(before);
    }
    Run after = Killing.await(home, run.id(), r -> r.state().atRest());
    if (after.state() == RunState.FINISHED) {
      return false;
    }
    assertThat(after.state()).isEqualTo(RunState.FAILED);
    assertThat(Killing.losses(home, run.id())).startsWith(committed.toArray(Double[]::new));
    Killing.check(folder);
    return true;
  }

  private void waitFor(Moment moment, Run run) throws InterruptedException {
    Path checkpoints = Folders.find(Optional.of(folder)).run(run.id()).resolve("checkpoints");
    switch (moment) {
      case ANY -> Thread.sleep(random.nextLong(START.toMillis()));
      case SAVING -> Killing.within(START, () -> Killing.writing(checkpoints));
      case PUBLISHING -> {
        Killing.await(home, run.id(), r -> r.state().atRest() || r.progress().step() == STEPS);
        Thread.sleep(random.nextLong(120));
      }
    }
  }

  /** The run's process, also while the run still waits for it. */
  private void kill(Run run) {
    ProcessHandle.current()
        .children()
        .filter(child -> run.owner().isEmpty() || child.pid() == run.owner().get().processId())
        .forEach(ProcessHandle::destroyForcibly);
  }
}
