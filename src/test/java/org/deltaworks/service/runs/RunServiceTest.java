package org.deltaworks.service.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.MemoryKills;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.client.StartCache;
import org.deltaworks.worker.client.TrainingProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunServiceTest {
  @TempDir private Path home;
  private Folders folders;
  private Catalog catalog;
  private RunService runs;
  private Process owner;

  @BeforeEach
  void open() throws IOException {
    folders = new Folders(home, home.resolve("cache"));
    catalog = Catalog.open(folders);
    // Any program will do as an owner: what counts is its id and when it was started.
    owner = new ProcessBuilder("sleep", "60").start();
    ChildCommand none = new ChildCommand(home.resolve("no-java"), "", Map.of(), StartCache.none());
    runs =
        new RunService(
            catalog.runs(), new TrainingProcesses(folders, none), new HomeRunFolders(folders));
  }

  @AfterEach
  void close() {
    owner.destroyForcibly();
    catalog.close();
  }

  @Test
  void aRunThatSomebodyKillsSaysSoAndNothingElse() throws Exception {
    Run run = running("r");
    Files.createDirectories(folders.run(run.id()));
    Files.writeString(folders.run(run.id()).resolve("worker.log"), "a library says something\n");
    runs.kill(run.id());
    assertThat(owner.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Run killed = runs.find("r");
    assertThat(killed.state()).isEqualTo(RunState.FAILED);
    assertThat(killed.problem().orElseThrow().line())
        .contains("ended at once, as was asked for")
        .doesNotContain("library", "unexpectedly");
  }

  @Test
  void aKilledOwnerTurnsTheRunIntoAFailedOneWithItsLastWords() throws Exception {
    Run run = running("r");
    Files.createDirectories(folders.run(run.id()));
    Files.writeString(folders.run(run.id()).resolve("worker.log"), "std::bad_alloc\n");
    step(run, 1, 4.5);
    assertThat(runs.find("r").state()).isEqualTo(RunState.RUNNING);
    owner.destroyForcibly().waitFor();
    Run dead = runs.find("r");
    assertThat(dead.state()).isEqualTo(RunState.FAILED);
    Problem problem = dead.problem().orElseThrow();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.WORKER_DIED);
    assertThat(problem.message()).contains("ended unexpectedly").contains("std::bad_alloc");
    assertThat(problem.remedy()).contains("Resume");
    assertThat(runs.history(run.id(), 0).steps()).hasSize(1);
    assertThat(dead.progress().step()).isEqualTo(1);
  }

  @Test
  void whereTheSystemKilledForMemoryAndNothingIsLeftToMakeSmallerTheRunFails() throws Exception {
    Path root = home.resolve("root");
    Files.createDirectories(root.resolve("proc"));
    Path counter = Files.writeString(root.resolve("proc/vmstat"), "pgfault 7\noom_kill 3\n");
    ChildCommand none = new ChildCommand(home.resolve("no-java"), "", Map.of(), StartCache.none());
    runs =
        new RunService(
            catalog.runs(),
            new TrainingProcesses(folders, none, new MemoryKills(root)),
            new HomeRunFolders(folders));
    Run run = running("r");
    catalog
        .runs()
        .append(
            run.id(),
            new TrainingEvent.Adjusted(
                Instant.now(),
                TrainingDraft.empty()
                    .with(Setting.MODEL, "m")
                    .with(Setting.DATA, "d")
                    .with(Setting.BATCH_SIZE, "1")
                    .with(Setting.RECOMPUTE, "on"),
                "as small as it can be"));
    Files.createDirectories(folders.run(run.id()));
    Files.writeString(folders.run(run.id()).resolve("memory-kills"), "3");
    Files.writeString(counter, "oom_kill 4\n");
    owner.destroyForcibly().waitFor();
    Problem problem = runs.find("r").problem().orElseThrow();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.OUT_OF_MEMORY);
    assertThat(problem.line()).contains("as small as it can be", "shorten the longest row");
  }

  @Test
  void aFollowerHearsEveryPointOnceAndTheEnd() throws Exception {
    Run run = running("r");
    step(run, 1, 4.0);
    step(run, 2, 3.0);
    List<RunUpdate> heard = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Subscription ignored =
        runs.follow(
            run.id(),
            update -> {
              heard.add(update);
              first.countDown();
              if (update.run().state().atRest()) {
                end.countDown();
              }
            })) {
      assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
      step(run, 3, 2.0);
      catalog.runs().append(run.id(), new TrainingEvent.Finished(Instant.now(), 3, "a"));
      assertThat(end.await(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(heard.stream().flatMap(u -> u.newer().steps().stream()).map(Run.StepPoint::step))
        .containsExactly(1, 2, 3);
    assertThat(heard.getLast().run().state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aDeathIsHeardByTheFollowerWithinFiveSeconds() throws Exception {
    Run run = running("r");
    CountDownLatch failed = new CountDownLatch(1);
    try (Subscription ignored =
        runs.follow(
            run.id(),
            update -> {
              if (update.run().state() == RunState.FAILED) {
                failed.countDown();
              }
            })) {
      owner.destroyForcibly();
      assertThat(failed.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void wishesReachARunningRunOnly() {
    Run run = running("r");
    runs.pause(run.id());
    assertThat(catalog.runs().takeWish(run.id())).hasValue(RunStore.Wish.PAUSE);
    runs.stop(run.id());
    assertThat(catalog.runs().takeWish(run.id())).hasValue(RunStore.Wish.STOP);
    catalog.runs().append(run.id(), new TrainingEvent.Finished(Instant.now(), 0, "a"));
    assertThatThrownBy(() -> runs.pause(run.id())).hasMessageContaining("is finished");
    assertThatThrownBy(() -> runs.resume(run.id())).hasMessageContaining("cannot be resumed");
    assertThatThrownBy(() -> runs.stop(run.id())).hasMessageContaining("cannot be stopped");
  }

  @Test
  void deletingCanBeTakenBackUntilItIsFinal() throws IOException {
    Run run = running("r");
    assertThatThrownBy(() -> runs.discard(run.id())).hasMessageContaining("Stop it first");
    catalog.runs().append(run.id(), new TrainingEvent.Stopped(Instant.now(), 0, ""));
    Files.createDirectories(folders.run(run.id()).resolve("checkpoints"));
    runs.discard(run.id());
    assertThat(runs.list()).isEmpty();
    runs.restore(run.id());
    assertThat(runs.list()).hasSize(1);
    runs.discard(run.id());
    runs.purge(run.id());
    assertThat(catalog.runs().list()).isEmpty();
    assertThat(folders.run(run.id())).doesNotExist();
  }

  @Test
  void aQueuedRunWhoseProcessNeverCameIsToldAsFailed() throws Exception {
    Run run = catalog.runs().create(catalog.runs().propose("q", TrainingDraft.empty(), "m"));
    assertThat(runs.find("q").state()).isEqualTo(RunState.QUEUED);
    Files.createDirectories(folders.run(run.id()));
    owner.destroyForcibly().waitFor();
    Files.writeString(
        folders.run(run.id()).resolve("process"), owner.pid() + " " + Instant.now().toEpochMilli());
    assertThat(runs.find("q").state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void aProcessThatCannotBeStartedFailsTheResume() {
    Run run = running("r");
    catalog.runs().append(run.id(), new TrainingEvent.Paused(Instant.now(), 0));
    assertThatThrownBy(() -> runs.resume(run.id())).hasMessageContaining("could not be started");
    assertThat(runs.find("r").state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void theListIsToldAgainOnlyWhenItChanged() throws Exception {
    Run run = running("r");
    List<List<Run>> heard = new CopyOnWriteArrayList<>();
    try (Subscription ignored = runs.followAll(heard::add)) {
      Thread.sleep(Duration.ofMillis(700));
      assertThat(heard).hasSize(1);
      step(run, 1, 3.0);
      Thread.sleep(Duration.ofMillis(600));
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void whatChangesBetweenTwoLooksIsSeenAndTheRestIsKept() {
    Run still = running("still");
    catalog.runs().append(still.id(), new TrainingEvent.Paused(Instant.now(), 0));
    Run moving = running("moving");
    List<Run> before = runs.list();
    assertThat(runs.list()).as("nothing changed").isSameAs(before);
    step(moving, 1, 3.0);
    Run added = running("added");
    List<Run> after = runs.list();
    assertThat(after).extracting(Run::name).containsExactly("added", "moving", "still");
    assertThat(after.get(1).progress().step()).isEqualTo(1);
    assertThat(after.get(2)).isSameAs(before.get(1));
    catalog.runs().append(moving.id(), new TrainingEvent.Paused(Instant.now(), 1));
    catalog.runs().move(still.id(), RunState.STOPPED);
    assertThat(runs.list())
        .extracting(Run::state)
        .containsExactly(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED);
    runs.discard(still.id());
    assertThat(runs.list()).extracting(Run::id).containsExactly(added.id(), moving.id());
    runs.purge(still.id());
    assertThat(runs.list()).extracting(Run::id).containsExactly(added.id(), moving.id());
    catalog.runs().move(moving.id(), RunState.QUEUED);
    catalog.runs().append(added.id(), new TrainingEvent.Paused(Instant.now(), 0));
    assertThat(runs.list()).isEqualTo(catalog.runs().list());
  }

  private Run running(String name) {
    Run run = catalog.runs().create(catalog.runs().propose(name, TrainingDraft.empty(), "m"));
    ProcessIdentity identity = ProcessIdentity.of(owner.toHandle());
    catalog.runs().claim(run.id(), new Run.Owner(identity.processId(), identity.startedMillis()));
    return catalog.runs().get(run.id()).orElseThrow();
  }

  private void step(Run run, int step, double loss) {
    catalog
        .runs()
        .append(
            run.id(), new TrainingEvent.Stepped(Instant.now(), step, loss, 1, 1e-4, 10, 5, 0.1));
  }
}
