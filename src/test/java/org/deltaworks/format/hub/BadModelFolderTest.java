package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadModelFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThere() {
    assertProblem(folder.resolve("nowhere"), Problem.Kind.NOT_FOUND, "There is no folder");
  }

  @Test
  void aFolderWithoutConfiguration() {
    assertProblem(folder, Problem.Kind.NOT_FOUND, "config.json is missing");
  }

  @Test
  void anAdapterIsNoModel() throws IOException {
    Files.writeString(folder.resolve("adapter_config.json"), "{}");
    assertProblem(folder, Problem.Kind.BAD_MODEL, "is an adapter", "Import it as an adapter");
  }

  @Test
  void brokenJsonNamesTheLine() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\n\"model_type\": \"llama\",\n oops}");
    assertProblem(folder, Problem.Kind.BAD_MODEL, "config.json is not valid JSON (line 3)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                              | it ends too early
          {"model_type": "llama",        | it ends too early
          {"model_type": llama}          | "llama" is no value
          {"model_type": "llama";}       | ";" does not belong there
          {"a": 1, "a": 2}               | "a" is said twice
          {"a": 1} {}                    | something follows after its end
          """)
  void brokenJsonIsToldInPlainWords(String config, String reason) throws IOException {
    Files.writeString(folder.resolve("config.json"), config);
    assertProblem(
        folder,
        Problem.Kind.BAD_MODEL,
        "config.json is not valid JSON (line 1): " + reason,
        "Correct the file there, or download it again.");
    assertThatThrownBy(() -> ModelFolder.ofKnownFamilies().plan("broken", folder))
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .doesNotContain("Source", "marker", "Feature", "code ");
  }

  @Test
  void anUnknownFamilyNamesTheKnownOnes() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"mamba\"}");
    assertProblem(
        folder, Problem.Kind.BAD_MODEL, "\"mamba\"", "llama, mistral, qwen2, qwen3, gpt2");
  }

  @Test
  void picklesAreRefusedWithWhatToDo() throws IOException {
    Files.writeString(folder.resolve("config.json"), TinyModel.LLAMA);
    Files.write(folder.resolve("pytorch_model.bin"), new byte[10]);
    assertProblem(folder, Problem.Kind.BAD_MODEL, "pytorch_model.bin, a pickle", "safetensors");
  }

  @Test
  void otherFormatsAreNamed() throws IOException {
    Files.writeString(folder.resolve("config.json"), TinyModel.LLAMA);
    assertProblem(folder, Problem.Kind.NOT_FOUND, "model.safetensors is missing");
    Files.write(folder.resolve("tiny.Q4_K.gguf"), new byte[10]);
    assertProblem(folder, Problem.Kind.BAD_MODEL, "GGUF");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "hidden_act": "silu"        | "hidden_act": "gelu"                                       | the activation "gelu"
          "rope_theta": 10000.0       | "rope_scaling": {"rope_type": "yarn", "factor": 4.0}        | positions by "yarn"
          "rope_theta": 10000.0       | "rope_parameters": {"full": {"rope_theta": 1}, "x": {}}     | different positions
          "rope_theta": 10000.0       | "partial_rotary_factor": 0.5                               | part of each head
          "rope_theta": 10000.0       | "rope_theta": "big"                                        | should be a number
          "rope_theta": 10000.0       | "quantization_config": {"quant_method": "awq"}             | quantised (awq)
          "hidden_size": 8            | "hidden_size": 0                                           | from 1 to
          "hidden_size": 8            | "hidden_size": 8.5                                         | a whole number
          "hidden_size": 8,           |                                                        | no "hidden_size"
          "num_attention_heads": 4    | "num_attention_heads": 3                                   | multiple of
          "num_key_value_heads": 2    | "num_key_value_heads": 3                                   | divisor of
          "num_hidden_layers": 2      | "num_hidden_layers": 2, "use_sliding_window": true         | sliding window in some
          "num_hidden_layers": 2      | "num_hidden_layers": 3                                     | does not fit the weights
          "num_hidden_layers": 2      | "num_hidden_layers": 1                                     | which config.json does not know
          "hidden_size": 8            | "hidden_size": 16                                          | but the weights have [20, 8]
          "tie_word_embeddings": true | "tie_word_embeddings": false                               | "lm_head.weight", but the weights do not
          "hidden_act": "silu"        | "attention_bias": true                                     | q_proj.bias
          """)
  void whatIsNotComputedIsRefused(String old, @Nullable String replaced, String word)
      throws IOException {
    TinyModel.write(folder, TinyModel.LLAMA);
    String with = replaced == null ? "" : replaced;
    assertThat(TinyModel.LLAMA).contains(old);
    Files.writeString(folder.resolve("config.json"), TinyModel.LLAMA.replace(old, with));
    assertProblem(folder, Problem.Kind.BAD_MODEL, word);
  }

  @Test
  void biasesThatTheConfigurationDoesNotKnowAreRefused() throws IOException {
    String bias = "model.layers.0.self_attn.q_proj.bias";
    TinyModel.write(
        folder,
        TinyModel.LLAMA,
        t -> t.put(bias, TinyModel.tensor(bias, List.of(8L), new Random(1))));
    assertProblem(folder, Problem.Kind.BAD_MODEL, bias);
  }

  @Test
  void shardsMustBeThereAndHoldWhatTheIndexSays() throws IOException {
    Files.writeString(folder.resolve("config.json"), TinyModel.LLAMA);
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\": {\"x\": \"../../secret.safetensors\"}}");
    assertProblem(folder, Problem.Kind.BAD_MODEL, "of this folder");
    Files.writeString(index, "{\"weight_map\": {\"x\": \"model-1.safetensors\"}}");
    assertProblem(folder, Problem.Kind.NOT_FOUND, "model-1.safetensors is missing");
    Path other = TinyModel.write(folder.resolve("other"), TinyModel.LLAMA);
    Files.copy(other.resolve("model.safetensors"), folder.resolve("model-1.safetensors"));
    assertProblem(folder, Problem.Kind.BAD_MODEL, "\"x\" lies in model-1.safetensors, but");
  }

  private static void assertProblem(Path model, Problem.Kind kind, String... words) {
    assertThatThrownBy(() -> ModelFolder.ofKnownFamilies().read(model))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().line()).contains(List.of(words));
              assertThat(e.problem().kind()).isEqualTo(kind);
            });
  }
}
