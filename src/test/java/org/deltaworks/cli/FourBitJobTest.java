package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An adapter trained on a base in four bits, in a real child process: an ordinary adapter, which
 * the base as it is evaluates, speaks with and merges.
 */
class FourBitJobTest {
  @TempDir private Path folder;

  @Test
  void whatIsLearntOnTheRoundedBaseHoldsOnTheBaseAsItIs() throws IOException {
    RealInstallation deltaworks = new RealInstallation(folder.resolve("home"));
    ReferenceRun reference = ReferenceRun.in(folder);
    Call call =
        deltaworks.call(
            reference.arguments(
                "--steps", "40", "--name", "packed", "--quantize", "nf4", "--threads", "1"));
    assertThat(call.exit()).as(call.err()).isZero();
    JsonNode trained = call.json();
    JsonNode golden = reference.lora().get("losses");
    assertThat(trained.get("losses")).hasSize(40).isNotEqualTo(golden);
    assertThat(trained.get("losses").get(39).asDouble())
        .isCloseTo(golden.get(39).asDouble(), within(0.15));

    JsonNode shown = deltaworks.call("runs", "show", "packed").json();
    assertThat(shown.get("losses")).isEqualTo(trained.get("losses"));
    assertThat(shown.get("command").asText()).contains("--quantize nf4");

    double base = evaluate(deltaworks, reference);
    double adapted = evaluate(deltaworks, reference, "--adapter", "packed");
    assertThat(adapted).isLessThan(base - 0.1);

    Path merged = folder.resolve("merged");
    Call into =
        deltaworks.call(
            "merge",
            "--model",
            ReferenceRun.model().toString(),
            "--adapter",
            "packed",
            "--out",
            merged.toString());
    assertThat(into.exit()).as(into.err()).isZero();
    assertThat(into.json().get("max_logit_difference").asDouble()).isLessThan(1e-3);
    assertThat(Files.size(merged.resolve("model.safetensors")))
        .as("the base as it is, not a rounded one")
        .isCloseTo(Files.size(ReferenceRun.model().resolve("model.safetensors")), within(4096L));

    JsonNode spoken = answer(deltaworks, ReferenceRun.model(), "--adapter", "packed");
    assertThat(spoken).isEqualTo(answer(deltaworks, merged));
    assertThat(spoken).isNotEqualTo(answer(deltaworks, ReferenceRun.model()));
  }

  /** The likeliest tokens after some, as ids. */
  private static JsonNode answer(RealInstallation deltaworks, Path model, String... more) {
    String[] fixed = {
      "generate",
      "--model",
      model.toString(),
      "--ids",
      "1,403,407,261",
      "--greedy",
      "--max-new-tokens",
      "24"
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    Call call = deltaworks.call(all);
    assertThat(call.exit()).as(call.err()).isZero();
    return call.json().get("ids");
  }

  private static double evaluate(
      RealInstallation deltaworks, ReferenceRun reference, String... more) {
    String[] fixed = {
      "evaluate",
      "--model",
      ReferenceRun.model().toString(),
      "--data",
      reference.heldOutRows().toString(),
      "--loss-on",
      "all"
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    Call call = deltaworks.call(all);
    assertThat(call.exit()).as(call.err()).isZero();
    return call.json().get("mean_nll").asDouble();
  }

  @Test
  void aMethodThatChangesTheBaseIsWrongUsage() throws IOException {
    RealInstallation deltaworks = new RealInstallation(folder.resolve("home"));
    Path data = Files.writeString(folder.resolve("rows.jsonl"), "{\"text\": \"one two\"}\n");
    Call call =
        deltaworks.call(
            "train",
            "--model",
            "polder",
            "--data",
            data.toString(),
            "--method",
            "full",
            "--quantize",
            "nf4");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.json().get("error").get("message").asText())
        .contains("cannot be kept in 4 bits with the method full");
    assertThat(call.json().get("error").get("remedy").asText()).contains("lora or rslora");
  }
}
