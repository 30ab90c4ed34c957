package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final String EMBEDDING = "model.embed_tokens.weight";
  private static final String HEAD = "lm_head.weight";

  @TempDir Path folder;

  private final ModelFolder reader = ModelFolder.ofKnownFamilies();

  @Test
  void readsARealLlama() {
    ModelFiles files = reader.read(SharedData.at("models/stories260K-hf"));
    DecoderSpec spec = files.model().decoder();
    assertThat(files.model().name()).isEqualTo("stories260K-hf");
    assertThat(spec.modelType()).isEqualTo("llama");
    assertThat(spec.vocabulary()).isEqualTo(512);
    assertThat(spec.hidden()).isEqualTo(64);
    assertThat(spec.layers()).isEqualTo(5);
    assertThat(spec.heads()).isEqualTo(8);
    assertThat(spec.keyValueHeads()).isEqualTo(4);
    assertThat(spec.headWidth()).isEqualTo(8);
    assertThat(spec.context()).isEqualTo(512);
    assertThat(spec.tiedHead()).isTrue();
    assertThat(files.tensors()).containsKey(EMBEDDING).doesNotContainKey(HEAD);
    assertThat(files.model().parameters()).isEqualTo(260_032);
    assertThat(files.model().storedType()).isEqualTo("F32");
    assertThat(files.model().modules()).hasSize(35);
    assertThat(files.model().modules().getFirst().path())
        .isEqualTo("model.layers.0.self_attn.q_proj");
    assertThat(files.model().modules().getLast().in()).isEqualTo(172);
  }

  @Test
  void namesTheTypeOfTheWeights() {
    assertThat(reader.read(SharedData.at("models/stories260K-hf-bf16")).model().storedType())
        .isEqualTo("BF16");
  }

  @Test
  void aTiedMatrixMayBeStoredAsTheHeadOnly() throws IOException {
    TinyModel.write(folder, TinyModel.LLAMA, t -> TinyModel.rename(t, EMBEDDING, HEAD));
    ModelFiles files = reader.read(folder);
    assertThat(files.model().decoder().tiedHead()).isTrue();
    assertThat(files.tensors()).containsKey(EMBEDDING).doesNotContainKey(HEAD);
  }

  @Test
  void aTiedMatrixStoredTwiceIsCountedOnce() throws IOException {
    TinyModel.write(
        folder,
        TinyModel.LLAMA,
        t -> t.put(HEAD, TinyModel.tensor(HEAD, List.of(20L, 8L), new Random(1))));
    ModelFiles files = reader.read(folder);
    assertThat(files.model().decoder().tiedHead()).isTrue();
    assertThat(files.model().parameters())
        .isEqualTo(reader.plan("tiny", folder).model().parameters());
  }

  @Test
  void matricesThatDifferAreNotTiedWhateverTheConfigurationSays() throws IOException {
    TinyModel.write(
        folder,
        TinyModel.LLAMA,
        t -> t.put(HEAD, TinyModel.tensor(HEAD, List.of(20L, 8L), new Random(99))));
    ModelFiles files = reader.read(folder);
    assertThat(files.model().decoder().tiedHead()).isFalse();
    assertThat(files.tensors()).containsKeys(EMBEDDING, HEAD);
  }

  @Test
  void gpt2HasNamesWithAndWithoutPrefixAndOldBuffers() throws IOException {
    Path with = TinyModel.write(folder.resolve("with"), TinyModel.GPT2);
    Path without =
        TinyModel.write(
            folder.resolve("without"),
            TinyModel.GPT2,
            t -> {
              for (String name : List.copyOf(t.keySet())) {
                TinyModel.rename(t, name, name.substring("transformer.".length()));
              }
              String mask = "h.0.attn.bias";
              t.put(mask, TinyModel.tensor(mask, List.of(1L, 1L, 16L, 16L), new Random(1)));
            });
    ModelFiles files = reader.read(with);
    assertThat(reader.read(without).tensors().keySet()).isEqualTo(files.tensors().keySet());
    assertThat(files.tensors())
        .containsKeys("transformer.wte.weight", "transformer.h.0.attn.c_attn.bias");
    assertThat(files.model().decoder().intermediate()).isEqualTo(32);
    LinearModule fused = files.model().modules().getFirst();
    assertThat(fused.path()).isEqualTo("transformer.h.0.attn.c_attn");
    assertThat(fused.in()).isEqualTo(8);
    assertThat(fused.out()).isEqualTo(24);
    StoredTensor weight = files.tensors().get("transformer.h.0.attn.c_attn.weight");
    assertThat(Objects.requireNonNull(weight).shape()).containsExactly(8L, 24L);
  }

  @Test
  void readsShardsThroughTheirIndex() throws IOException {
    Path single = TinyModel.write(folder.resolve("single"), TinyModel.LLAMA);
    Path shards = folder.resolve("shards");
    new ModelFolderWriter(new SafetensorsWriter(), 700)
        .write(
            shards,
            reader.read(single).model(),
            StoredTensor.Type.F32,
            List.copyOf(TinyModel.tensors(single).values()));
    assertThat(shards.resolve("model.safetensors.index.json")).exists();
    assertThat(shards.resolve("model.safetensors")).doesNotExist();
    ModelFiles files = reader.read(shards);
    assertThat(files.tensors().keySet()).isEqualTo(reader.read(single).tensors().keySet());
    assertThat(WeightCheck.files(files)).hasSizeGreaterThan(2);
  }

  @Test
  void readsLicenceAndChatTemplate() throws IOException {
    TinyModel.write(folder, TinyModel.LLAMA);
    Files.writeString(
        folder.resolve("README.md"), "---\nlanguage: en\nlicense: \"apache-2.0\"\n---\n# Tiny\n");
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"chat_template\": [{\"name\": \"tool_use\", \"template\": \"no\"},"
            + " {\"name\": \"default\", \"template\": \"{{ messages }}\"}]}");
    assertThat(reader.read(folder).model().license()).contains("apache-2.0");
    assertThat(reader.read(folder).model().chatTemplate()).contains("{{ messages }}");
    Files.writeString(folder.resolve("chat_template.jinja"), "own");
    assertThat(reader.read(folder).model().chatTemplate()).contains("own");
  }

  @Test
  void endsOfSequenceMayBeSeveral() throws IOException {
    TinyModel.write(folder, TinyModel.LLAMA);
    Files.writeString(
        folder.resolve("generation_config.json"),
        "{\"bos_token_id\": 1, \"eos_token_id\": [7, 9]}");
    assertThat(GenerationIds.read(folder).ends()).containsExactly(7, 9);
    assertThat(GenerationIds.read(folder).begin()).contains(1);
  }

  @Test
  void aLicenceOfItsOwnIsNamed() {
    assertThat(ModelCard.parse("---\nlicense: other\nlicense_name: llama3\n---\n").license())
        .contains("llama3");
    assertThat(ModelCard.parse("# no front matter\nlicense: mit\n").license()).isEmpty();
  }
}
