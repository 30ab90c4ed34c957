package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;

class ModelFolderTest {
  @Test
  void readsARealLlama() {
    Path folder = SharedData.at("models/stories260K-hf");
    ModelFiles files = ModelFolder.ofKnownFamilies().read(folder);
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
    assertThat(files.tensors()).containsKey("model.embed_tokens.weight");
    assertThat(files.tensors()).doesNotContainKey("lm_head.weight");
    assertThat(files.model().parameters()).isEqualTo(260_032);
    assertThat(files.model().storedType()).isEqualTo("F32");
    assertThat(files.model().modules()).hasSize(35);
    assertThat(files.model().modules().getFirst().path())
        .isEqualTo("model.layers.0.self_attn.q_proj");
    assertThat(files.model().modules().getLast().in()).isEqualTo(172);
  }
}
