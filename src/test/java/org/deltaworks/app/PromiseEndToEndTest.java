package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.Footprint;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real training of the bundled model is promised, corrects and takes. */
class PromiseEndToEndTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private Composition composition;
  private Workbench bench;

  @BeforeEach
  void open() {
    composition = Composition.open(Optional.of(folder.resolve("home")));
    bench = composition.workbench();
  }

  @AfterEach
  void close() throws InterruptedException {
    composition.close();
    ProcessHandle.current().children().toList().forEach(ProcessHandle::destroyForcibly);
    // What the parent writes down about an end comes right after it, on another thread.
    Thread.sleep(Duration.ofMillis(300));
  }

  private TrainingDraft draft(int steps) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          "{\"prompt\": \"%s\", \"completion\": \"four five\"}"
              .formatted("one two ".repeat(1 + i)));
    }
    Path data = Files.write(folder.resolve("rows.jsonl"), lines);
    return TrainingDraft.empty()
        .with(Setting.MODEL, "polder")
        .with(Setting.DATA, data.toString())
        .with(Setting.STEPS, Integer.toString(steps))
        .with(Setting.BATCH_SIZE, "4")
        .with(Setting.DROPOUT, "0.1")
        .with(Setting.SCHEDULE, "constant")
        .with(Setting.WARMUP, "0")
        .with(Setting.THREADS, "1");
  }

  private Run until(Run run, Predicate<Run> wanted) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Run now = bench.runs().get(run.id());
      if (wanted.test(now)) {
        return now;
      }
      assertThat(now.state()).as("%s", now.problem()).isNotEqualTo(RunState.FAILED);
      Thread.sleep(50);
    }
    throw new AssertionError("not in time: " + bench.runs().get(run.id()));
  }

  private List<Double> losses(Run run) {
    return bench.runs().history(run.id(), 0).steps().stream().map(Run.StepPoint::loss).toList();
  }

  @Test
  void aRunKeepsWhatItWasPromisedWhatItCorrectedAndWhatItTook() throws Exception {
    Footprint said = bench.estimates().footprint(draft(24));
    Run run = until(bench.training().start(draft(24)), r -> r.state().atRest());
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    Run.Facts facts = run.facts();
    assertThat(facts.promised()).as("what the form and the command line say").contains(said);
    Footprint corrected = facts.corrected().orElseThrow();
    Footprint taken = facts.taken();
    assertThat(taken.megabytes()).isBetween(150.0, 2000.0);
    assertThat(corrected.megabytes() / taken.megabytes()).isBetween(0.8, 1.2);
    assertThat(taken.seconds()).isGreaterThan(facts.secondsToFirstStep());
    // Other work on the machine may begin or end between the trial and the end.
    assertThat(corrected.seconds() / taken.seconds()).isBetween(0.3, 3.0);

    Run shorter = until(bench.training().start(draft(12)), r -> r.state().atRest());
    assertThat(shorter.facts().promised()).isPresent();
    assertThat(shorter.facts().corrected()).isEmpty();
    assertThat(shorter.facts().taken().seconds()).isPositive();
    assertThat(losses(shorter))
        .as("nothing was tried, and the first steps are the same to the last bit")
        .hasSize(12)
        .isEqualTo(losses(run).subList(0, 12));
  }

  /**
   * Far more than the process itself takes. Were small pieces of the C library's heap kept at hand,
   * this run would take half as much again, and not the same twice.
   */
  @Test
  void memoryOfALargeBatchThatIsComputedTwiceIsWhatWasPromised() throws Exception {
    Assumptions.assumeTrue(
        System.getProperty("os.name").startsWith("Linux"), "fitted to the C library of Linux");
    String ids = IntStream.range(0, 512).mapToObj(i -> "7").collect(Collectors.joining(","));
    List<String> rows = Collections.nCopies(64, "{\"input_ids\": [" + ids + "]}");
    TrainingDraft large =
        draft(2)
            .with(Setting.DATA, Files.write(folder.resolve("large.jsonl"), rows).toString())
            .with(Setting.BATCH_SIZE, "16")
            .with(Setting.DROPOUT, "0")
            .with(Setting.RECOMPUTE, "on");
    double said = bench.estimates().footprint(large).megabytes();
    Run run = until(bench.training().start(large), r -> r.state().atRest());
    assertThat(run.state()).as("%s", run.problem()).isEqualTo(RunState.FINISHED);
    assertThat(said / run.facts().taken().megabytes()).isBetween(0.93, 1.12);
  }

  @Test
  void onTheDiskIsNoMoreThanWasPromised() throws Exception {
    TrainingDraft draft =
        draft(12)
            .with(Setting.TARGET_MODULES, "all-linear")
            .with(Setting.RANK, "64")
            .with(Setting.EVAL_EVERY, "2")
            .with(Setting.SAVE_EVERY, "1");
    Run run = bench.training().start(draft);
    long most = 0;
    while (!bench.runs().get(run.id()).state().atRest()) {
      most = Math.max(most, tensors());
    }
    most = Math.max(most, tensors());
    Run over = bench.runs().get(run.id());
    assertThat(over.state()).isEqualTo(RunState.FINISHED);
    double promised = over.facts().promised().orElseThrow().diskBytes();
    double taken = over.facts().taken().diskBytes();
    assertThat(promised).isEqualTo(bench.estimates().footprint(draft).diskBytes());
    assertThat(taken / promised)
        .as("the best checkpoint is one of the last here, not one more")
        .isBetween(0.5, 1.0);
    assertThat(most / taken)
        .as("what was seen there from without, between two looks")
        .isBetween(0.6, 1.0);
  }

  /** Bytes of all that a run writes but the catalog and logs; files may go while this looks. */
  private long tensors() throws IOException {
    long[] bytes = {0};
    Files.walkFileTree(
        folder.resolve("home"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().contains("safetensors")) {
              bytes[0] += attributes.size();
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path of, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes[0];
  }

  @Test
  void aBreakChangesNeitherThePromiseNorTheCorrectionAndTimeAddsUp() throws Exception {
    Run run = bench.training().start(draft(100_000));
    Run corrected = until(run, r -> r.facts().corrected().isPresent() && r.progress().step() > 2);
    bench.runs().pause(run.id());
    Run paused = until(run, r -> r.state() == RunState.PAUSED);
    assertThat(paused.facts().taken().seconds()).isPositive();
    bench.runs().resume(run.id());
    int step = paused.progress().step();
    until(run, r -> r.progress().step() > step + 2);
    bench.runs().pause(run.id());
    Run again = until(run, r -> r.state() == RunState.PAUSED && r.progress().step() > step);
    assertThat(again.facts().promised()).isEqualTo(corrected.facts().promised());
    assertThat(again.facts().corrected()).isEqualTo(corrected.facts().corrected());
    assertThat(again.facts().taken().seconds()).isGreaterThan(paused.facts().taken().seconds());
    assertThat(again.facts().taken().megabytes())
        .isGreaterThanOrEqualTo(paused.facts().taken().megabytes());
  }

  @Test
  void aRunThatWaitsHasItsPromiseAlready() throws Exception {
    Run waiting =
        bench.training().enqueue(draft(24), Optional.of(Instant.now().plus(Duration.ofHours(1))));
    Run told = until(waiting, r -> r.facts().promised().isPresent());
    assertThat(told.state()).isEqualTo(RunState.QUEUED);
    assertThat(told.facts().promised()).contains(bench.estimates().footprint(draft(24)));
    bench.queue().cancel(waiting.id());
  }
}
