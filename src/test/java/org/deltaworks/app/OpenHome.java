package org.deltaworks.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;
import org.junit.jupiter.api.Assumptions;

/** A home folder with everything open on it, and the reference run of the shared data. */
final class OpenHome implements AutoCloseable {
  private static final Path DATA = Path.of(System.getProperty("deltaworks.test.data", "none"));

  final Path home;
  final Composition composition;
  final Workbench bench;
  final JsonNode golden;

  OpenHome(Path home) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared data is not there");
    this.home = home;
    this.golden = new ObjectMapper().readTree(data("golden/reference/stories260K.json").toFile());
    this.composition = Composition.open(Optional.of(home));
    this.bench = composition.workbench();
  }

  static Path data(String relative) {
    return DATA.resolve(relative);
  }

  static String model() {
    return data("models/stories260K-hf").toString();
  }

  /** The reference's settings on the reference's rows, without name and length. */
  TrainingDraft reference() throws IOException {
    return TrainingDraft.empty()
        .with(Setting.MODEL, model())
        .with(Setting.DATA, rows("rows.jsonl", golden.get("lora").get("train_rows")).toString())
        .with(Setting.INIT_ADAPTER, data("golden/reference/stories260K-lora-init").toString())
        .with(Setting.SCHEDULE, "constant")
        .with(Setting.WARMUP, "0")
        .with(Setting.MAX_GRAD_NORM, "0")
        .with(Setting.SHUFFLE, "false")
        .with(Setting.EVAL_FRACTION, "0")
        .with(Setting.WEIGHT_DECAY, "0.01")
        .with(Setting.LEARNING_RATE, "1e-3")
        .with(Setting.BATCH_SIZE, "4")
        .with(Setting.THREADS, "1");
  }

  Path rows(String name, JsonNode ids) throws IOException {
    List<String> lines = new ArrayList<>();
    ids.forEach(row -> lines.add("{\"input_ids\": %s, \"labels\": %s}".formatted(row, row)));
    return Files.write(home.resolve(name), lines);
  }

  Run end(Run run) throws InterruptedException {
    return until(run.id(), r -> r.state().atRest());
  }

  Run until(long id, Predicate<Run> wanted) throws InterruptedException {
    Instant end = Instant.now().plus(Killing.PATIENCE);
    while (Instant.now().isBefore(end)) {
      Run run = bench.runs().get(id);
      if (wanted.test(run)) {
        return run;
      }
      Assertions.assertThat(run.state()).as("%s", run.problem()).isNotEqualTo(RunState.FAILED);
      Thread.sleep(50);
    }
    throw new AssertionError("not in time: " + bench.runs().get(id));
  }

  /** Ends every child and waits for it: one that still writes would keep the folder from going. */
  @Override
  public void close() {
    composition.close();
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    try {
      // What the parent writes down about an end comes right after it, on another thread.
      Thread.sleep(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
