package org.deltaworks.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.MemoryKills;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.testing.SharedData;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.client.StartCache;
import org.deltaworks.worker.client.TrainingProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Children that really get no more memory, by a limit of their address space, and children that are
 * really killed while the system counts a kill for want of memory.
 */
class ShortMemoryEndToEndTest {
  /**
   * Measured: a child without a tensor maps 1.05 GB, and with all rows of {@link #big} at once 2.1
   * GB. The limit lies in the middle, so that neither side is near to it.
   */
  private static final int LIMIT_KILOBYTES = 1_600_000;

  private static final int ROWS = 128;
  private static final int BATCHES = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private Folders folders;
  private Catalog catalog;

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(
        System.getProperty("os.name").startsWith("Linux"), "only Linux limits memory like this");
    folders = Folders.find(Optional.of(folder.resolve("home"))).prepare();
    catalog = Catalog.open(folders);
  }

  @AfterEach
  void close() throws InterruptedException {
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    children.forEach(child -> child.onExit().completeOnTimeout(child, 20, SECONDS).join());
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    // What the parent writes down about an end comes right after it, on another thread.
    Thread.sleep(Duration.ofMillis(300));
    catalog.close();
  }

  @Test
  void whereMemoryRunsOutTheRunGoesOnWithFewerRowsAtOnce() throws Exception {
    RunService runs = service(shortOfMemory(), new MemoryKills());
    Run run = begin(runs, big());
    Run end = await(runs, run, r -> r.state().atRest());
    assertThat(end.state()).as("%s", end.problem()).isEqualTo(RunState.FINISHED);
    int rows = number(end, Setting.BATCH_SIZE);
    assertThat(rows).isLessThan(ROWS);
    assertThat(rows * number(end, Setting.ACCUMULATE)).isEqualTo(ROWS);
    assertThat(log(runs, run))
        .anyMatch(line -> line.startsWith("Memory ran out, so the run goes on"));
    assertThat(runs.history(run.id(), 0).steps()).hasSize(1);
  }

  @Test
  void whereTheLargestBatchDoesNotFitThatIsFoundAfterTheFirstStep() throws Exception {
    RunService runs = service(shortOfMemory(), new MemoryKills());
    Run run = begin(runs, bigAtTheEnd());
    Run end = await(runs, run, r -> r.state().atRest());
    assertThat(end.state()).as("%s", end.problem()).isEqualTo(RunState.FINISHED);
    assertThat(number(end, Setting.BATCH_SIZE)).isLessThan(ROWS);
    assertThat(end.facts().corrected()).as("of the smaller batch").isPresent();
    Run.History history = runs.history(run.id(), 0);
    assertThat(history.steps()).hasSize(BATCHES);
    assertThat(history.log())
        .filteredOn(line -> line.message().startsWith("Memory ran out"))
        .first()
        .matches(line -> line.at().isBefore(history.steps().get(1).at()));
  }

  @Test
  void aChildThatTheSystemKilledForMemoryGoesOnFromItsCheckpointWithLess() throws Exception {
    Path root = folder.resolve("root");
    Path counter = root.resolve("proc/vmstat");
    Files.createDirectories(counter.getParent());
    Files.writeString(counter, "oom_kill 5\n");
    RunService runs = service(ChildCommand.ofThisProcess(), new MemoryKills(root));
    Run run = begin(runs, small());
    Run saved = await(runs, run, r -> !runs.checkpoints(run.id()).isEmpty());
    Files.writeString(counter, "oom_kill 6\n");
    kill(saved);
    Run end = await(runs, run, r -> r.state().atRest());
    assertThat(end.state()).as("%s", end.problem()).isEqualTo(RunState.FINISHED);
    assertThat(number(end, Setting.BATCH_SIZE)).isEqualTo(2);
    assertThat(number(end, Setting.ACCUMULATE)).isEqualTo(2);
    assertThat(runs.history(run.id(), 0).steps()).hasSize(120);
    assertThat(log(runs, run)).filteredOn(line -> line.startsWith("Memory ran out")).hasSize(1);
  }

  @Test
  void aChildThatSomebodyKilledStaysDown() throws Exception {
    RunService runs = service(ChildCommand.ofThisProcess(), new MemoryKills());
    Run run = begin(runs, small());
    kill(await(runs, run, r -> r.state() == RunState.RUNNING));
    Run end = await(runs, run, r -> r.state().atRest());
    assertThat(end.state()).isEqualTo(RunState.FAILED);
    assertThat(number(end, Setting.BATCH_SIZE)).isEqualTo(4);
  }

  private RunService service(ChildCommand command, MemoryKills kills) {
    return new RunService(
        catalog.runs(),
        new TrainingProcesses(folders, command, kills),
        new HomeRunFolders(folders));
  }

  private Run begin(RunService runs, TrainingDraft draft) {
    return runs.begin(catalog.runs().propose("run", draft, "stories260K-hf"), Instant.now());
  }

  private static Run await(RunService runs, Run run, Predicate<Run> wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Run now = runs.get(run.id());
      if (wanted.test(now)) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not in time: " + runs.get(run.id()));
  }

  private static void kill(Run run) {
    ProcessHandle child = ProcessHandle.of(run.owner().orElseThrow().processId()).orElseThrow();
    child.destroyForcibly();
    child.onExit().join();
  }

  private static int number(Run run, Setting setting) {
    return Integer.parseInt(run.draft().text(setting));
  }

  private static List<String> log(RunService runs, Run run) {
    return runs.history(run.id(), 0).log().stream().map(Run.LogLine::message).toList();
  }

  private TrainingDraft small() throws IOException {
    List<String> rows =
        IntStream.range(0, 40).mapToObj("{\"text\": \"Boat %d came home.\"}"::formatted).toList();
    return draft(rows)
        .with(Setting.BATCH_SIZE, "4")
        .with(Setting.STEPS, "120")
        .with(Setting.SAVE_EVERY, "5");
  }

  private TrainingDraft big() throws IOException {
    return draft(Collections.nCopies(ROWS, row(250)))
        .with(Setting.BATCH_SIZE, Integer.toString(ROWS))
        .with(Setting.STEPS, "1")
        .with(Setting.RECOMPUTE, "off");
  }

  /** Only the last of its batches is too large. */
  private TrainingDraft bigAtTheEnd() throws IOException {
    List<String> rows = new ArrayList<>(Collections.nCopies((BATCHES - 1) * ROWS, row(4)));
    rows.addAll(Collections.nCopies(ROWS, row(250)));
    return draft(rows)
        .with(Setting.BATCH_SIZE, Integer.toString(ROWS))
        .with(Setting.STEPS, Integer.toString(BATCHES))
        .with(Setting.SHUFFLE, "false")
        .with(Setting.RECOMPUTE, "off");
  }

  private static String row(int tokens) {
    List<Integer> ids = Collections.nCopies(tokens, 7);
    return "{\"input_ids\": %s, \"labels\": %s}".formatted(ids, ids);
  }

  private TrainingDraft draft(List<String> rows) throws IOException {
    return TrainingDraft.empty()
        .with(Setting.MODEL, SharedData.at("models/stories260K-hf").toString())
        .with(Setting.DATA, Files.write(folder.resolve("rows.jsonl"), rows).toString())
        .with(Setting.NAME, "run")
        .with(Setting.EVAL_FRACTION, "0")
        .with(Setting.THREADS, "1");
  }

  /** Java by a script that limits what it may map, and that reserves little for itself. */
  private ChildCommand shortOfMemory() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
    Path java = bin.resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\nulimit -v %d\nexec %s -Xmx200m -XX:CompressedClassSpaceSize=64m \"$@\"\n"
            .formatted(LIMIT_KILOBYTES, Path.of(System.getProperty("java.home"), "bin", "java")));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return new ChildCommand(
        folder.resolve("jdk"), System.getProperty("java.class.path"), Map.of(), StartCache.none());
  }
}
