package org.deltaworks.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.testing.SharedData;

/** The 100-step LoRA run whose numbers were computed with transformers and PEFT. */
record ReferenceRun(JsonNode numbers, Path trainRows, Path heldOutRows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes the rows of the reference into a folder, every token after the first a label. */
  static ReferenceRun in(Path folder) throws IOException {
    Path file = SharedData.at("golden/reference/stories260K.json");
    JsonNode all = JSON.readTree(file.toFile());
    JsonNode lora = all.get("lora");
    return new ReferenceRun(
        all,
        write(folder.resolve("train.jsonl"), lora.get("train_rows")),
        write(folder.resolve("heldout.jsonl"), lora.get("heldout_rows")));
  }

  static Path model() {
    return SharedData.at("models/stories260K-hf");
  }

  static Path startAdapter() {
    return SharedData.at("golden/reference/stories260K-lora-init");
  }

  JsonNode lora() {
    return numbers.get("lora");
  }

  /** The arguments that repeat it. */
  String[] arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--model",
                model().toString(),
                "--data",
                trainRows.toString(),
                "--init-adapter",
                startAdapter().toString(),
                "--schedule",
                "constant",
                "--warmup",
                "0",
                "--max-grad-norm",
                "0",
                "--no-shuffle",
                "--eval-fraction",
                "0",
                "--weight-decay",
                "0.01",
                "--lr",
                "1e-3",
                "--batch-size",
                "4",
                "--loss-on",
                "all"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static Path write(Path file, JsonNode rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode ids : rows) {
      lines.add("{\"input_ids\": %s, \"labels\": %s}".formatted(ids, ids));
    }
    return Files.write(file, lines);
  }
}
