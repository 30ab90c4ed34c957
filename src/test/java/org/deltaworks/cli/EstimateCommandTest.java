package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training would take, asked as a script asks, of the bundled model. */
class EstimateCommandTest {
  @TempDir private Path folder;

  private JsonNode estimate(String... more) throws IOException {
    List<String> lines =
        Collections.nCopies(40, "{\"prompt\": \"one two three\", \"completion\": \"four five\"}");
    Path data = Files.write(folder.resolve("rows.jsonl"), lines);
    List<String> arguments =
        new ArrayList<>(List.of("estimate", "--model", "polder", "--data", data.toString()));
    arguments.addAll(List.of(more));
    Call call = new RealInstallation(folder.resolve("home")).call(arguments.toArray(String[]::new));
    assertThat(call.exit()).as(call.err()).isZero();
    return call.json();
  }

  @Test
  void tellsEveryFigureOfTheContractAndStartsNothing() throws IOException {
    JsonNode said = estimate();
    // rank 8 on q_proj (288 to 256) and v_proj (288 to 128) of six blocks
    assertThat(said.get("trainable").asLong()).isEqualTo(6 * 8 * (288 + 256 + 288 + 128));
    assertThat(said.get("adapter_bytes").asLong()).isGreaterThan(4 * 46_080).isLessThan(203_000);
    JsonNode memory = said.get("memory_mb");
    double sum = 0;
    for (String part :
        List.of("weights", "adapter", "gradients", "optimizer", "activations", "head", "engine")) {
      assertThat(memory.get(part).asDouble()).as(part).isPositive();
      sum += memory.get(part).asDouble();
    }
    assertThat(memory.get("total").asDouble())
        .isCloseTo(sum, org.assertj.core.data.Offset.offset(0.01));
    assertThat(said.get("seconds").asDouble()).isPositive();
    assertThat(said.get("disk_bytes").asLong()).isPositive();
    assertThat(said.get("fits").asBoolean()).isTrue();
    assertThat(folder.resolve("home/runs"))
        .satisfiesAnyOf(p -> assertThat(p).doesNotExist(), p -> assertThat(p).isEmptyDirectory());
  }

  @Test
  void aBaseInFourBitsTakesAboutHalfAByteANumber() throws IOException {
    // Of 288 numbers a row has four and a half blocks of 64, and pays for five.
    long linear = 6 * (288 * (256 + 128 + 128 + 512 + 512) + 256 * 288 + 512 * 288);
    double plain = weights("none");
    double packed = weights("nf4");
    double saved = (plain - packed) * 1024 * 1024 / linear;
    assertThat(saved).isBetween(2 - 0.59, 2 - 0.51);
  }

  /**
   * The bundled model is stored in bfloat16: computed in that type, its pages are used as they are.
   */
  private double weights(String quantize) throws IOException {
    return estimate("--dtype", "bfloat16", "--quantize", quantize)
        .get("memory_mb")
        .get("weights")
        .asDouble();
  }

  @Test
  void countsWhatAMethodWithoutAdapterChanges() throws IOException {
    // no biases in this model, so the gains of its thirteen norms
    assertThat(estimate("--method", "bitfit").get("trainable").asLong()).isEqualTo(13 * 288);
  }
}
