package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue with real processes: what they do when the others are killed (signal 9). */
class QueueEndToEndTest {
  @TempDir private Path folder;
  private OpenHome home;
  private Catalog catalog;

  @BeforeEach
  void open() throws IOException {
    home = new OpenHome(folder);
    catalog = Catalog.open(Folders.find(Optional.of(folder)));
  }

  @AfterEach
  void close() throws InterruptedException {
    if (home != null) {
      Killing.within(Duration.ofSeconds(20), () -> catalog.runs().queue().keeper().isEmpty());
      catalog.close();
      home.close();
    }
  }

  @Test
  void neitherAKilledTrainingNorAKilledKeeperStopsTheRest() throws Exception {
    Run first = home.bench.training().start(Killing.draft(folder, "first", 1_000_000));
    Run second = home.bench.training().enqueue(Killing.draft(folder, "second", 60), now());
    Run third = home.bench.training().enqueue(Killing.draft(folder, "third", 3), now());
    assertThat(home.bench.queue().list()).hasSize(2);
    kill(home.until(first.id(), r -> r.progress().step() > 1).owner());
    home.until(second.id(), r -> r.state() == RunState.RUNNING);
    assertThat(home.bench.runs().get(first.id()).state()).isEqualTo(RunState.FAILED);
    assertThat(home.bench.runs().get(third.id()).state()).isEqualTo(RunState.QUEUED);
    kill(catalog.runs().queue().keeper());
    assertThat(home.end(second).state()).isEqualTo(RunState.FINISHED);
    assertThat(home.end(third).state()).isEqualTo(RunState.FINISHED);
    assertThat(catalog.check()).isEmpty();
  }

  /** As after a restart of the machine: nobody is left who would start what waits. */
  @ParameterizedTest
  @ValueSource(strings = {"the window", "models list"})
  void whatNobodyStartsIsStartedByWhoeverComesFirst(String comes) throws Exception {
    Instant later = Instant.now().plus(Duration.ofHours(1));
    Run run = home.bench.training().enqueue(Killing.draft(folder, "night", 3), Optional.of(later));
    assertThat(Killing.within(Killing.PATIENCE, this::isKept)).isTrue();
    kill(catalog.runs().queue().keeper());
    assertThat(Killing.within(Killing.PATIENCE, () -> !isKept())).isTrue();
    // Its time has come, and nobody was told.
    assertThat(catalog.runs().queue().hold(run.id(), Optional.of(Instant.now()))).isTrue();
    Thread.sleep(Duration.ofSeconds(2));
    assertThat(home.bench.queue().list()).hasSize(1);
    Process process =
        Killing.start(folder, comes.equals("the window") ? List.of() : List.of(comes.split(" ")));
    try {
      if (!comes.equals("the window")) {
        assertThat(process.waitFor(Killing.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Killing.said(folder)).isZero();
      }
      assertThat(Killing.within(Killing.PATIENCE, () -> home.bench.queue().list().isEmpty()))
          .as(() -> "somebody takes it up; the queue's log: " + queueLog())
          .isTrue();
      assertThat(home.end(run).state()).isEqualTo(RunState.FINISHED);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private boolean isKept() {
    return catalog
        .runs()
        .queue()
        .keeper()
        .filter(k -> new ProcessIdentity(k.processId(), k.startedMillis()).isAlive())
        .isPresent();
  }

  private String queueLog() {
    try {
      return Files.readString(folder.resolve("logs").resolve("queue.log"));
    } catch (IOException none) {
      return none.toString();
    }
  }

  @Test
  void whatCannotBeTrainedIsRefusedBeforeItWaits() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"text\": \n");
    assertThatThrownBy(
            () ->
                home.bench
                    .training()
                    .enqueue(
                        Killing.draft(folder, "broken", 3).with(Setting.DATA, broken.toString()),
                        now()))
        .hasMessageContaining("broken.jsonl");
    assertThat(home.bench.runs().list()).isEmpty();
    assertThat(home.bench.queue().list()).isEmpty();
  }

  private static Optional<Instant> now() {
    return Optional.empty();
  }

  private static void kill(Optional<Run.Owner> process) {
    Run.Owner owner = process.orElseThrow();
    new ProcessIdentity(owner.processId(), owner.startedMillis())
        .handle()
        .orElseThrow()
        .destroyForcibly();
  }
}
