package org.deltaworks.format.peft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadAdapterTest {
  private static final String Q0 = "base_model.model.model.layers.0.self_attn.q_proj";
  private static final String Q1 = "base_model.model.model.layers.1.self_attn.q_proj";
  private static final String SETTINGS =
      """
      {"peft_type": "LORA", "r": 2, "lora_alpha": 4, "target_modules": ["q_proj"], "bias": "none"}
      """;

  @TempDir Path folder;

  private final PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "r": 2 | "r": 0                                          | should be at least 1
          "r": 2 | "r": "two"                                      | should be a whole number
          "lora_alpha": 4 | "lora_alpha": -1                       | a positive number
          "LORA" | "IA3"                                           | of the type IA3
          "r": 2 | "use_dora": true                                | uses DoRA
          "r": 2 | "modules_to_save": ["lm_head"]                  | modules_to_save
          "r": 2 | "trainable_token_indices": [1]                  | trainable_token_indices
          "r": 2 | "init_lora_weights": "pissa_niter_16"           | "pissa_niter_16", which changes the base
          "bias": "none" | "bias": "all"                           | changes biases too
          ["q_proj"] | []                                          | at least one module
          ["q_proj"] | "(q_proj"                                   | a list of modules or a regular expression
          ["q_proj"] | ["v_proj"]                                  | a module that adapter_config.json does not name
          ["q_proj"] | ["q_proj", "k_proj"]                        | does not fit llama: adapter_config.json names the module "model.layers.0.self_attn.k_proj"
          "r": 2 | "r": 4                                          | rank 4 on llama needs [4, 32] and [32, 4]
          "r": 2 | "r": 2, "rank_pattern": {"1.self_attn.q_proj": 3} | rank 3
          "r": 2 | "r": 2, "rank_pattern": {"(": 3}                | no regular expression
          ["q_proj"] | "(.*.*.*)*(.*.*.*)*(.*.*.*)*x"              | would take far too long
          "r": 2 | "r": 2, "rank_pattern": {"((.*)*)*(.*)*(.*)*x": 3} | would take far too long
          """)
  void settingsThatCannotBeUsedAreTold(String old, String replaced, String message)
      throws IOException {
    assertThat(SETTINGS).contains(old);
    write(SETTINGS.replace(old, replaced), good());
    assertProblem(Problem.Kind.BAD_ADAPTER, message);
  }

  @Test
  void theGoodOneIsRead() throws IOException {
    write(SETTINGS, good());
    PeftAdapter adapter = reader.read(folder, llama());
    assertThat(adapter.pairs()).hasSize(2);
    assertThat(adapter.parameters()).isEqualTo(2 * 2 * (32 + 32));
  }

  @Test
  void aNameOfNoModuleIsTold() throws IOException {
    List<OutgoingTensor> other = new ArrayList<>(good());
    other.add(OutgoingTensor.of("base_model.model.lora_A.weight", List.of(1L), new float[1]));
    write(SETTINGS, other);
    assertProblem(Problem.Kind.BAD_ADAPTER, "is no matrix of LoRA");
  }

  @Test
  void matricesThatFitNoModuleAreTold() throws IOException {
    List<OutgoingTensor> other = new ArrayList<>(good());
    other.addAll(pair("base_model.model.gpt_neox.layers.0.attention.query_key_value", 32, 32));
    write(SETTINGS, other);
    assertProblem(
        Problem.Kind.BAD_ADAPTER,
        "does not belong to llama",
        "gpt_neox.layers.0",
        "Choose the model that the adapter was trained on");
  }

  @Test
  void halfAPairIsTold() throws IOException {
    write(SETTINGS, good().subList(0, 3));
    assertProblem(Problem.Kind.BAD_ADAPTER, "has only one of its two matrices");
  }

  @Test
  void aChangedHeadOrEmbeddingIsTold() throws IOException {
    List<OutgoingTensor> head = new ArrayList<>(good());
    head.addAll(pair("base_model.model.lm_head", 32, 96));
    write(SETTINGS, head);
    assertProblem(Problem.Kind.BAD_ADAPTER, "embedding or the output head");
    List<OutgoingTensor> whole = new ArrayList<>(good());
    whole.add(tensor("base_model.model.model.embed_tokens.weight", 96, 32));
    write(SETTINGS, whole);
    assertProblem(Problem.Kind.BAD_ADAPTER, "embedding or the output head");
  }

  @Test
  void missingFilesAreTold() throws IOException {
    assertProblem(Problem.Kind.NOT_FOUND, "adapter_config.json is missing");
    Files.writeString(folder.resolve("adapter_config.json"), SETTINGS);
    assertProblem(Problem.Kind.NOT_FOUND, "adapter_model.safetensors");
    Files.write(folder.resolve("adapter_model.bin"), new byte[3]);
    assertProblem(Problem.Kind.BAD_FILE, "pickle", "safetensors");
  }

  @Test
  void aBaseIsNeverNamedByItsPath() {
    assertThat(PeftWriter.withoutPath("/home/me/models/tiny/")).isEqualTo("tiny");
    assertThat(PeftWriter.withoutPath("C:\\models\\tiny")).isEqualTo("tiny");
    assertThat(PeftWriter.withoutPath("../tiny")).isEqualTo("tiny");
    assertThat(PeftWriter.withoutPath("owner/tiny")).isEqualTo("owner/tiny");
  }

  private void assertProblem(Problem.Kind kind, String... words) {
    assertThatThrownBy(() -> reader.read(folder, llama()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().line()).contains(List.of(words));
              assertThat(e.problem().kind()).isEqualTo(kind);
            });
  }

  private void write(String settings, List<OutgoingTensor> tensors) throws IOException {
    Files.writeString(folder.resolve("adapter_config.json"), settings);
    new SafetensorsWriter().write(folder.resolve("adapter_model.safetensors"), tensors);
  }

  private static List<OutgoingTensor> good() {
    List<OutgoingTensor> tensors = new ArrayList<>(pair(Q0, 32, 32));
    tensors.addAll(pair(Q1, 32, 32));
    return tensors;
  }

  private static List<OutgoingTensor> pair(String module, int in, int out) {
    return List.of(
        tensor(module + ".lora_A.weight", 2, in), tensor(module + ".lora_B.weight", out, 2));
  }

  private static OutgoingTensor tensor(String name, int rows, int columns) {
    return OutgoingTensor.of(name, List.of((long) rows, (long) columns), new float[rows * columns]);
  }

  private static BaseModel llama() {
    return ModelFolder.ofKnownFamilies()
        .read(
            Path.of(
                Objects.requireNonNull(
                        BadAdapterTest.class.getResource("/org/deltaworks/engine/reference/llama"))
                    .getPath()))
        .model();
  }
}
