package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.protocol.ChildArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear answer and leaves nothing half-written. */
class BadInputEndToEndTest {
  @TempDir private Path folder;
  private OpenHome home;

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
  void badDataIsRefusedWithTheReasonAndLeavesNothing() throws Exception {
    refused("", "is empty");
    refused("{\"prompt\":\"a\",\"completion\":\"b\"}\n{broken\n", "Line 2");
    refused("{\"input_ids\":[1,2,9999],\"labels\":[1,2,9999]}\n", "9999");
    refused("{\"input_ids\":[1,2,3],\"labels\":[-100,-100,-100]}\n", "token to learn from");
    assertThat(home.bench.runs().list()).isEmpty();
    assertThat(home.bench.adapters().list()).isEmpty();
    assertThat(folder.resolve("runs")).isEmptyDirectory();
    try (Stream<Path> shelf = Files.list(folder.resolve("adapters"))) {
      assertThat(shelf).isEmpty();
    }
  }

  @Test
  void aBaseWithNanWeightsIsNamedAsTheReason() throws Exception {
    Path model = copyOfModel();
    Path weights = model.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat((int) (8 + header) + 64, Float.NaN);
    Files.write(weights, bytes);
    Run run =
        rest(
            draft("{\"text\":\"Once upon a time there was a cat.\"}\n")
                .with(Setting.MODEL, model.toString())
                .with(Setting.STEPS, "2"));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.BAD_MODEL);
    assertThat(run.problem().orElseThrow().message()).contains("NaN");
    assertThat(home.bench.adapters().list()).isEmpty();
  }

  @Test
  void aStartThatIsCancelledLeavesNothing() throws Exception {
    TrainingDraft draft = draft("{\"text\":\"Once upon a time.\"}\n");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread starting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    home.bench.training().start(draft);
                  } catch (CancellationException e) {
                    thrown.set(e);
                  }
                });
    Path runs = folder.resolve("runs");
    while (runs.toFile().list().length == 0) {
      Thread.sleep(5);
    }
    starting.interrupt();
    starting.join();
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(home.bench.runs().list()).isEmpty();
    assertThat(runs).isEmptyDirectory();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aProcessWhoseAskerIsGoneBeginsNothing() throws Exception {
    Process asker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    asker.waitFor();
    TrainingDraft draft = draft("{\"text\":\"Once upon a time.\"}\n").with(Setting.STEPS, "1");
    ChildArguments begin =
        new ChildArguments.Begin(
            folder, new RunProposal(1, "r", draft, "stories"), 1, Instant.now(), asker.pid());
    Path log = folder.resolve("runs/1/worker.log");
    Process child = ChildCommand.ofThisProcess().start(begin, log);
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(home.bench.runs().list()).isEmpty();
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void whatCanBeSeenBeforehandStartsNothing() throws Exception {
    TrainingDraft good = draft("{\"text\":\"Once upon a time.\"}\n");
    refused(good.with(Setting.RANK, "0"), "rank", "Rank is \"0\"");
    refused(good.with(Setting.LEARNING_RATE, "NaN"), "lr", "NaN");
    refused(good.with(Setting.STEPS, "-1"), "steps", "-1");
    refused(good.with(Setting.TARGET_MODULES, "nope"), "target-modules", "no module called nope");
    refused(good.with(Setting.TARGET_MODULES, ".*nope"), "target-modules", "No module");
    refused(good.with(Setting.DATA, List.of("nowhere.jsonl")), "data", "nowhere.jsonl");
    refused(good.with(Setting.MODEL, "nowhere"), "model", "no model \"nowhere\"");
    Path model = copyOfModel();
    Files.delete(model.resolve("tokenizer.json"));
    assertThatThrownBy(
            () -> home.bench.training().start(good.with(Setting.MODEL, model.toString())))
        .hasMessageContaining("tokenizer.json");
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThatThrownBy(
            () ->
                home.bench
                    .training()
                    .start(good.with(Setting.OUT, file.resolve("below").toString())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("a-file");
    assertThat(home.bench.runs().list()).isEmpty();
  }

  private void refused(TrainingDraft draft, String field, String words) {
    assertThat(home.bench.training().review(draft).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.field()).hasValue(field);
              assertThat(problem.message()).contains(words);
            });
    assertThatThrownBy(() -> home.bench.training().start(draft))
        .isInstanceOf(ProblemException.class);
  }

  private void refused(String content, String words) throws Exception {
    TrainingDraft draft = draft(content);
    assertThatThrownBy(() -> home.bench.training().start(draft))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.BAD_DATA))
        .hasMessageContaining(words);
  }

  private TrainingDraft draft(String content) throws IOException {
    Path file = Files.createTempFile(folder, "rows", ".jsonl");
    Files.writeString(file, content);
    return TrainingDraft.empty()
        .with(Setting.MODEL, OpenHome.model())
        .with(Setting.DATA, List.of(file.toString()))
        .with(Setting.THREADS, "1");
  }

  private Run rest(TrainingDraft draft) throws InterruptedException {
    Run run = home.bench.training().start(draft);
    while (!run.state().atRest()) {
      Thread.sleep(50);
      run = home.bench.runs().get(run.id());
    }
    return run;
  }

  private Path copyOfModel() throws IOException {
    Path model = folder.resolve("model-" + System.nanoTime());
    Files.createDirectories(model);
    try (Stream<Path> files = Files.list(Path.of(OpenHome.model()))) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName().toString()));
      }
    }
    return model;
  }
}
