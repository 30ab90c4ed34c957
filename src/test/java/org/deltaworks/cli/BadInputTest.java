package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a clear answer and an exit code, and nothing half-written stays. */
class BadInputTest {
  private static final String GOOD_ROW =
      "{\"prompt\": \"Who lives by the water?\", \"completion\": \"The miller.\"}";

  @TempDir private Path folder;

  private RealInstallation deltaworks = new RealInstallation(Path.of("unset"));
  private Path data = Path.of("unset");
  private Path out = Path.of("unset");

  @BeforeEach
  void prepare() throws IOException {
    deltaworks = new RealInstallation(folder.resolve("home"));
    data = Files.writeString(folder.resolve("good.jsonl"), GOOD_ROW + "\n" + GOOD_ROW + "\n");
    out = folder.resolve("out");
  }

  /** Neither a run nor an adapter in the catalog, nor a file where the result was to go. */
  @AfterEach
  void nothingHalfWrittenStays() throws IOException {
    assertThat(out).doesNotExist();
    assertThat(deltaworks.call("runs", "list").json().get("runs")).isEmpty();
    assertThat(folder.resolve("home/runs")).isEmptyDirectory();
    Path adapters = folder.resolve("home/adapters");
    if (Files.isDirectory(adapters)) {
      try (Stream<Path> inside = Files.walk(adapters)) {
        assertThat(inside.filter(Files::isRegularFile)).isEmpty();
      }
    }
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(p -> String.valueOf(p.getFileName())))
          .allMatch(name -> !name.contains("out") && !name.contains("part"));
    }
  }

  private static Path model() {
    return SharedData.at("models/stories260K-hf");
  }

  private Call train(Path model, Path rows, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--model",
                model.toString(),
                "--data",
                rows.toString(),
                "--out",
                out.toString(),
                "--steps",
                "1"));
    arguments.addAll(Arrays.asList(more));
    return deltaworks.call(arguments.toArray(String[]::new));
  }

  /** One line for people, the same for scripts, and no run to look at. */
  private static void assertTold(Call call, int exit, String kind, String... words) {
    JsonNode error = call.json().get("error");
    assertThat(call.exit()).as(call.err()).isEqualTo(exit);
    assertThat(error.get("kind").asText()).isEqualTo(kind);
    assertThat(error.get("message").asText()).contains(words);
    assertThat(error.get("remedy").asText()).isNotBlank();
    assertThat(call.err()).contains(error.get("message").asText()).doesNotContain("\tat ");
    assertThat(call.err().strip().lines()).as(call.err()).hasSize(1);
    assertThat(call.json().has("run")).isFalse();
  }

  @Test
  void aLookAtWhatIsNoParquetFails() throws IOException {
    Path junk = Files.writeString(folder.resolve("junk.parquet"), "no Parquet at all");
    Call call = deltaworks.call("datasets", "preview", junk.toString());
    assertTold(call, 1, "bad-data", "junk.parquet cannot be read as Parquet");
  }

  @ParameterizedTest
  @CsvSource({
    "rank, 0",
    "rank, many",
    "alpha, 0",
    "dropout, 1",
    "lr, NaN",
    "lr, -1",
    "steps, -5",
    "epochs, 0",
    "batch-size, 0",
    "method, magic",
    "schedule, sudden",
    "eval-fraction, 1",
    "'target-modules', ','",
    "'target-modules', '['",
    "'target-modules', 'q_proj,w_proj'",
    "'target-modules', '.*nothing'",
    "max-length, 1",
  })
  void aSettingThatMakesNoSenseIsWrongUsage(String option, String value) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "--model", model().toString(), "--data", data.toString()));
    arguments.add("--" + option + "=" + value);
    Call call = deltaworks.call(arguments.toArray(String[]::new));
    assertThat(call.exit()).as(call.err()).isEqualTo(2);
    assertThat(call.json().at("/error/kind").asText()).isEqualTo("wrong-usage");
    assertThat(call.json().at("/error/option").asText()).isEqualTo("--" + option);
    assertThat(call.err().strip().lines()).hasSize(1);
  }

  @Test
  void anUnknownModuleIsAnsweredWithTheRealOnes() {
    assertTold(
        train(model(), data, "--target-modules", "w_proj"), 2, "wrong-usage", "w_proj", "stories");
    assertThat(
            train(model(), data, "--target-modules", "w_proj").json().at("/error/remedy").asText())
        .contains("q_proj", "down_proj", "all-linear");
  }

  @ParameterizedTest
  @CsvSource({"dora, method dora", "prefix, method prefix"})
  void aMethodOfLaterSaysSo(String method, String words) {
    assertTold(train(model(), data, "--method", method), 2, "not-yet", words);
  }

  @Test
  void aRankThatContradictsTheAdapterToStartFromIsWrongUsage() {
    String start = SharedData.at("golden/reference/stories260K-lora-init").toString();
    assertTold(
        train(model(), data, "--init-adapter", start, "--rank", "4"), 2, "wrong-usage", "4", "8");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertTold(train(folder.resolve("no-model"), data), 1, "not-found", "no-model");
    assertTold(train(model(), folder.resolve("no.jsonl")), 1, "not-found", "no.jsonl");
    assertTold(deltaworks.call("runs", "show", "nobody"), 1, "not-found", "nobody");
    assertTold(train(model(), data, "--init-adapter", "nobody"), 1, "not-found", "nobody");
  }

  @Test
  void dataWithoutARowIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jsonl"));
    assertTold(train(model(), empty), 1, "bad-data", "empty.jsonl");
    Path blank = Files.writeString(folder.resolve("blank.jsonl"), "\n\n");
    assertTold(train(model(), blank), 1, "bad-data", "blank.jsonl");
    assertTold(train(model(), data, "--eval-data", empty.toString()), 1, "bad-data", "empty.jsonl");
  }

  @Test
  void brokenJsonIsToldWithItsLine() throws IOException {
    Path broken =
        Files.writeString(
            folder.resolve("broken.jsonl"), GOOD_ROW + "\n" + GOOD_ROW + "\n{\"prompt\": \"Wh\n");
    assertTold(train(model(), broken), 1, "bad-data", "Line 3", "broken.jsonl");
    assertThat(train(model(), broken).json().at("/error/option").asText()).isEqualTo("--data");
    assertTold(train(model(), broken, "--detach"), 1, "bad-data", "Line 3", "broken.jsonl");
  }

  @Test
  void aRecipeIsHeldToTheSameRules() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.csv"), "prompt,completion\na\n");
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.json"),
            "{\"model\": \"%s\", \"data\": [\"%s\"], \"steps\": \"1\"}".formatted(model(), broken));
    assertTold(
        deltaworks.call("train", "--config", recipe.toString()), 1, "bad-data", "broken.csv");
  }

  @Test
  void aTokenThatTheModelDoesNotKnowIsToldWithItsRow() throws IOException {
    Path strange =
        Files.writeString(
            folder.resolve("strange.jsonl"),
            "{\"input_ids\": [1, 2, 3], \"labels\": [1, 2, 3]}\n"
                + "{\"input_ids\": [1, 512, 3], \"labels\": [1, 512, 3]}\n");
    assertTold(train(model(), strange), 1, "bad-data", "Row 2", "512", "511");
  }

  @Test
  void rowsThatTeachNothingAreRefused() throws IOException {
    Path mute =
        Files.writeString(
            folder.resolve("mute.jsonl"),
            "{\"input_ids\": [1, 2, 3], \"labels\": [-100, -100, -100]}\n");
    assertTold(train(model(), mute), 1, "bad-data", "learn");
  }

  @Test
  void aModelWithoutTokenizerIsRefused() throws IOException {
    Path bare = copyOfModel("bare");
    Files.delete(bare.resolve("tokenizer.json"));
    assertTold(train(bare, data), 1, "bad-model", "tokenizer.json");
  }

  @Test
  void truncatedWeightsAreRefused() throws IOException {
    Path cut = copyOfModel("cut");
    try (RandomAccessFile weights =
        new RandomAccessFile(cut.resolve("model.safetensors").toFile(), "rw")) {
      weights.setLength(weights.length() / 2);
    }
    assertTold(train(cut, data), 1, "bad-file", "model.safetensors");
    assertTold(
        deltaworks.call("models", "add", cut.toString()), 1, "bad-file", "model.safetensors");
    assertThat(deltaworks.call("models", "list").json().toString()).doesNotContain("\"cut\"");
  }

  @Test
  void aPointerInsteadOfWeightsIsRefused() throws IOException {
    Path pointer = copyOfModel("pointer");
    Files.writeString(
        pointer.resolve("model.safetensors"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1000\n");
    assertTold(train(pointer, data), 1, "bad-file", "LFS");
  }

  @Test
  void aPickleIsRefused() throws IOException {
    Path pickle = copyOfModel("pickle");
    Files.move(
        pickle.resolve("model.safetensors"),
        pickle.resolve("pytorch_model.bin"),
        StandardCopyOption.REPLACE_EXISTING);
    assertTold(train(pickle, data), 1, "bad-model", "pytorch_model.bin");
  }

  @Test
  void weightsWithNanAreNotAdded() throws IOException {
    Path damaged = copyOfModel("damaged");
    Path file = damaged.resolve("model.safetensors");
    try (RandomAccessFile weights = new RandomAccessFile(file.toFile(), "rw")) {
      weights.seek(weights.length() - 4);
      weights.write(new byte[] {0, 0, (byte) 0xc0, (byte) 0x7f});
    }
    assertTold(
        deltaworks.call("models", "add", damaged.toString()), 1, "bad-model", "NaN or infinity");
    assertThat(deltaworks.call("models", "list").json().toString()).doesNotContain("damaged");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRefused() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    if (!locked.toFile().setWritable(false) || Files.isWritable(locked)) {
      // The super-user may write everywhere but here.
      locked = Path.of("/sys");
      Assumptions.assumeTrue(Files.isDirectory(locked), "nothing can be locked for this user");
    }
    Call call =
        deltaworks.call(
            "train",
            "--model",
            model().toString(),
            "--data",
            data.toString(),
            "--out",
            locked.resolve("x").toString());
    assertTold(call, 1, "no-permission", locked.toString());
  }

  @Test
  void aHomeThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    Call call = Call.of(deltaworks, "runs", "list", "--home", file.toString(), "--json");
    assertThat(call.exit()).isEqualTo(1);
    assertThat(call.json().at("/error/message").asText()).contains("a-file");
  }

  private Path copyOfModel(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(model())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }
}
