package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job as a script does it, in a real child process on a real model: train once, then look
 * at what came out with every other command. The numbers are those of transformers and PEFT.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
  @TempDir private static Path folder;

  private RealInstallation deltaworks = new RealInstallation(Path.of("unset"));
  private ReferenceRun reference =
      new ReferenceRun(MissingNode.getInstance(), Path.of(""), Path.of(""));
  private Path copy = Path.of("unset");
  private JsonNode trained = MissingNode.getInstance();

  @BeforeAll
  void trainOnce() throws IOException {
    deltaworks = new RealInstallation(folder.resolve("home"));
    reference = ReferenceRun.in(folder);
    copy = folder.resolve("copy");
    Call call =
        deltaworks.call(
            reference.arguments("--steps", "100", "--name", "golden", "--out", copy.toString()));
    assertThat(call.err()).doesNotContain("Exception");
    assertThat(call.exit()).as(call.err()).isZero();
    trained = call.json();
  }

  @Test
  void walksTheLossesOfPeft() {
    assertThat(trained.get("losses")).hasSize(100);
    for (int step = 0; step < 100; step++) {
      double loss = reference.lora().get("losses").get(step).asDouble();
      assertThat(trained.get("losses").get(step).asDouble()).isCloseTo(loss, within(1e-3));
      double norm = reference.lora().get("grad_norms").get(step).asDouble();
      assertThat(trained.get("grad_norms").get(step).asDouble())
          .isCloseTo(norm, within(1e-3 * norm));
    }
  }

  @Test
  void tellsEveryFigureOfTheContract() {
    assertThat(trained.get("run").asText()).isEqualTo("golden");
    assertThat(trained.get("adapter").asText()).isEqualTo("golden");
    assertThat(trained.get("state").asText()).isEqualTo("finished");
    assertThat(trained.get("eval_losses").isArray()).isTrue();
    assertThat(trained.get("real_tokens_per_second").asDouble()).isPositive();
    assertThat(trained.get("seconds_to_first_step").asDouble()).isPositive();
    assertThat(trained.get("peak_rss_mb").asDouble()).isPositive();
    for (String key : List.of("promised", "corrected")) {
      assertThat(trained.get(key + "_rss_mb").asDouble()).as(key).isBetween(150.0, 600.0);
      assertThat(trained.get(key + "_seconds").asDouble()).as(key).isPositive();
    }
    assertThat(trained.get("seconds").asDouble())
        .isGreaterThan(trained.get("seconds_to_first_step").asDouble());
    assertThat(trained.get("trainable").asLong())
        .isEqualTo(reference.lora().get("trainable").asLong());
    assertThat(trained.get("total_parameters").asLong()).isGreaterThan(250_000);
  }

  @Test
  void theRunIsInTheCatalogDigitForDigit() {
    JsonNode shown = deltaworks.call("runs", "show", "golden").json();
    assertThat(shown.get("losses")).isEqualTo(trained.get("losses"));
    assertThat(shown.get("grad_norms")).isEqualTo(trained.get("grad_norms"));
    assertThat(shown.get("command").asText())
        .startsWith("deltaworks train ")
        .contains("--lr 1e-3", "--no-shuffle", "--batch-size 4")
        .doesNotContain("--name");
    JsonNode listed = deltaworks.call("runs", "list").json().get("runs").get(0);
    assertThat(listed.get("run").asText()).isEqualTo("golden");
    assertThat(listed.get("state").asText()).isEqualTo("finished");
  }

  @Test
  void theAdapterIsOnTheShelfAndInTheFolderThatWasAskedFor() {
    JsonNode adapter = deltaworks.call("adapters", "show", "golden").json();
    assertThat(adapter.get("base_model").asText()).isEqualTo("stories260K-hf");
    assertThat(adapter.get("run").asText()).isEqualTo("golden");
    assertThat(adapter.get("rank").asInt()).isEqualTo(8);
    assertThat(copy.resolve("adapter_model.safetensors"))
        .hasSameBinaryContentAs(
            Path.of(adapter.get("folder").asText()).resolve("adapter_model.safetensors"));
  }

  @Test
  void evaluatesTheHeldOutRowsAsPeftDoes() {
    String data = reference.heldOutRows().toString();
    String model = ReferenceRun.model().toString();
    JsonNode before = deltaworks.call("evaluate", "--model", model, "--data", data).json();
    JsonNode after = deltaworks.call("evaluate", "--adapter", "golden", "--data", data).json();
    assertThat(before.get("mean_nll").asDouble())
        .isCloseTo(reference.lora().get("heldout_before").asDouble(), within(1e-3));
    assertThat(after.get("mean_nll").asDouble())
        .isCloseTo(reference.lora().get("heldout_after").asDouble(), within(1e-3));
    assertThat(after.get("perplexity").asDouble())
        .isCloseTo(Math.exp(after.get("mean_nll").asDouble()), within(1e-9));
    assertThat(after.get("label_tokens").asLong()).isEqualTo(16 * 64);
  }

  @Test
  void scoresAndContinuesATextAsTransformersDoes() {
    JsonNode text = reference.numbers().get("texts").get("once");
    String model = ReferenceRun.model().toString();
    JsonNode score =
        deltaworks.call("score", "--model", model, "--text", text.get("text").asText()).json();
    assertThat(score.get("ids")).isEqualTo(text.get("ids"));
    assertThat(score.get("tokens")).hasSize(text.get("ids").size());
    List<Double> logprobs = new ArrayList<>();
    score.get("logprobs").forEach(p -> logprobs.add(p.asDouble()));
    double mean = -logprobs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(text.get("mean_nll").asDouble(), within(1e-4));
    assertThat(score.get("top").get(0).get("id").asInt())
        .isEqualTo(text.get("last_top5").get(0).get(0).asInt());
    JsonNode wanted = text.get("greedy_from_first_16");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      ids.add(wanted.get(i).asText());
    }
    Call generated =
        deltaworks.call(
            "generate",
            "--model",
            model,
            "--ids",
            ids.stream().collect(Collectors.joining(",")),
            "--greedy",
            "--max-new-tokens",
            "40");
    assertThat(generated.json().get("ids")).isEqualTo(wanted);
    assertThat(generated.json().get("stop_reason").asText()).isEqualTo("length");
    assertThat(generated.json().get("tokens_per_second").asDouble()).isPositive();
  }

  @Test
  void mergesIntoAModelThatSaysTheSame() {
    Path merged = folder.resolve("merged");
    Call call = deltaworks.call("merge", "--adapter", "golden", "--out", merged.toString());
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(call.json().get("max_logit_difference").asDouble()).isLessThan(1e-3);
    JsonNode evaluated =
        deltaworks
            .call(
                "evaluate",
                "--model",
                merged.toString(),
                "--data",
                reference.heldOutRows().toString())
            .json();
    assertThat(evaluated.get("mean_nll").asDouble())
        .isCloseTo(reference.lora().get("heldout_after").asDouble(), within(1e-3));
  }

  @Test
  void exportsInPeftLayoutAndSaysWhatItChecked() {
    Path out = folder.resolve("exported");
    Call call =
        deltaworks.call(
            "export", "--adapter", "golden", "--format", "peft", "--out", out.toString());
    assertThat(call.exit()).as(call.err()).isZero();
    List<String> files = new ArrayList<>();
    call.json().get("files").forEach(f -> files.add(f.asText()));
    assertThat(files).contains("adapter_config.json", "adapter_model.safetensors");
    assertThat(call.json().get("checked").asText()).contains("byte by byte");
    assertThat(out.resolve("adapter_config.json")).isRegularFile();
    assertThat(Files.isDirectory(out)).isTrue();
  }

  @Test
  void theSameNameOrFolderIsNotTakenTwice() {
    Call name = deltaworks.call(reference.arguments("--steps", "1", "--name", "golden"));
    assertThat(name.exit()).isEqualTo(1);
    assertThat(name.json().at("/error/kind").asText()).isEqualTo("conflict");
    Call place = deltaworks.call(reference.arguments("--steps", "1", "--out", copy.toString()));
    assertThat(place.exit()).isEqualTo(1);
    assertThat(place.json().at("/error/message").asText()).contains(copy.toString());
  }

  @Test
  void adaptersAreTaggedRenamedImportedAndDeleted() {
    deltaworks.call("adapters", "import", copy.toString(), "--name", "second");
    JsonNode tagged =
        deltaworks
            .call(
                "adapters", "tag", "second", "pirates", "best", "--notes", "mine", "--rating", "4")
            .json();
    assertThat(tagged.get("tags").toString()).isEqualTo("[\"best\",\"pirates\"]");
    assertThat(tagged.get("rating").asInt()).isEqualTo(4);
    assertThat(deltaworks.call("adapters", "rename", "second", "third").json().get("name").asText())
        .isEqualTo("third");
    assertThat(deltaworks.call("adapters", "delete", "third").exit()).isZero();
    assertThat(deltaworks.call("adapters", "show", "third").exit()).isEqualTo(1);
  }
}
