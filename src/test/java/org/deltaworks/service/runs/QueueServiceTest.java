package org.deltaworks.service.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.client.StartCache;
import org.deltaworks.worker.client.TrainingProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class QueueServiceTest {
  @TempDir private Path home;
  private final AtomicInteger keepers = new AtomicInteger();
  private final List<Process> started = new ArrayList<>();
  private Folders folders;
  private Catalog catalog;
  private TrainingProcesses trainer;
  private RunService runs;
  private QueueService queue;

  @BeforeEach
  void open() {
    folders = new Folders(home, home.resolve("cache"));
    catalog = Catalog.open(folders);
    ChildCommand none = new ChildCommand(home.resolve("no-java"), "", Map.of(), StartCache.none());
    trainer = new TrainingProcesses(folders, none);
    runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    queue = new QueueService(catalog.runs(), runs, trainer, keepers::incrementAndGet);
  }

  @AfterEach
  void close() {
    started.forEach(Process::destroyForcibly);
    catalog.close();
  }

  private long add(String name) {
    return catalog
        .runs()
        .queue()
        .create(catalog.runs().propose(name, TrainingDraft.empty(), "polder"), Optional.empty())
        .id();
  }

  private Run.Owner process() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    started.add(process);
    ProcessIdentity who = ProcessIdentity.of(process.toHandle());
    return new Run.Owner(who.processId(), who.startedMillis());
  }

  @Test
  void aRunThatWaitsForHoursIsNotTakenForDead() {
    long a = add("a");
    assertThat(runs.get(a).state()).isEqualTo(RunState.QUEUED);
    assertThat(runs.list()).extracting(Run::state).containsExactly(RunState.QUEUED);
    assertThat(runs.active()).isEmpty();
    assertThat(queue.list()).extracting(w -> w.run().name()).containsExactly("a");
  }

  @Test
  void aRunWhoseProcessCannotBeStartedFailsAndTheNextOneHasItsTurn() {
    long a = add("a");
    long b = add("b");
    assertThatThrownBy(queue::startNext).hasMessageContaining("could not be started");
    assertThat(runs.get(a).state()).isEqualTo(RunState.FAILED);
    assertThat(queue.list()).extracting(w -> w.run().id()).containsExactly(b);
    assertThatThrownBy(queue::startNext).hasMessageContaining("could not be started");
    assertThat(runs.get(b).state()).isEqualTo(RunState.FAILED);
    assertThat(queue.startNext()).isEmpty();
  }

  @Test
  void theNextOneDoesNotWaitForADeadProcess() throws Exception {
    long a = add("a");
    catalog.runs().claim(a, process());
    long b = add("b");
    assertThat(queue.startNext()).as("a runs").isEmpty();
    assertThat(runs.get(b).state()).isEqualTo(RunState.QUEUED);
    started.getFirst().destroyForcibly().waitFor();
    assertThatThrownBy(queue::startNext).hasMessageContaining("could not be started");
    assertThat(runs.get(a).state()).isEqualTo(RunState.FAILED);
    assertThat(runs.get(b).state()).as("it had its turn").isEqualTo(RunState.FAILED);
  }

  @Test
  void whatAStarterTookAndLeftIsTakenAgainWhenTheStarterIsDead() throws Exception {
    long a = add("a");
    Run.Owner starter = process();
    catalog.runs().queue().take(starter, Instant.now());
    assertThat(runs.get(a).state()).isEqualTo(RunState.QUEUED);
    assertThat(queue.startNext()).as("its starter lives").isEmpty();
    started.getFirst().destroyForcibly().waitFor();
    assertThatThrownBy(queue::startNext).hasMessageContaining("could not be started");
    assertThat(runs.get(a).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void ofManyStartersOneStartsARun() throws Exception {
    add("a");
    CountDownLatch go = new CountDownLatch(1);
    int tries = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            threads.submit(
                () -> {
                  go.await();
                  try {
                    return queue.startNext().isPresent();
                  } catch (RuntimeException couldNotBeStarted) {
                    return true;
                  }
                }));
      }
      go.countDown();
      for (Future<Boolean> one : all) {
        tries += one.get() ? 1 : 0;
      }
    }
    assertThat(tries).isEqualTo(1);
  }

  @Test
  void aKeeperIsStartedOnlyWhereItHasSomethingToDo() {
    queue.wake();
    assertThat(keepers).hasValue(0);
    long a = add("a");
    queue.hold(a);
    queue.wake();
    assertThat(keepers).as("what is held needs a person").hasValue(0);
    queue.holdUntil(a, Instant.now().plus(Duration.ofHours(8)));
    assertThat(keepers).as("somebody must be there at night").hasValue(1);
    ProcessIdentity self = ProcessIdentity.own();
    catalog
        .runs()
        .queue()
        .keep(new Run.Owner(self.processId(), self.startedMillis()), process -> true);
    queue.release(a);
    assertThat(keepers).as("one is there").hasValue(1);
  }

  @Test
  @Timeout(30)
  void aKeeperEndsWhenNothingIsLeftThatCouldStart() throws Exception {
    add("a");
    add("b");
    long held = add("held");
    queue.hold(held);
    queue.keep(() -> true);
    assertThat(queue.list()).extracting(w -> w.run().id()).containsExactly(held);
    assertThat(catalog.runs().queue().keeper()).isEmpty();
  }

  @Test
  void whatWaitsCanBeStoppedButNotPaused() {
    long a = add("a");
    assertThatThrownBy(() -> runs.pause(a)).hasMessageContaining("waits for its turn");
    runs.stop(a);
    assertThat(runs.get(a).state()).isEqualTo(RunState.STOPPED);
    assertThatThrownBy(() -> queue.hold(a)).hasMessageContaining("does not wait: it was stopped");
    assertThatThrownBy(() -> queue.move(a, RunQueue.Move.UP)).hasMessageContaining("a");
  }
}
