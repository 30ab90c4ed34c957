package org.deltaworks.format.peft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and adapters that transformers and PEFT wrote, of every family. */
class ReferenceAdaptersTest {
  @TempDir Path folder;

  private final PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt2",
        "llama",
        "llama-bias",
        "llama-linear-rope",
        "llama3-scaled",
        "mistral",
        "qwen2",
        "qwen3"
      })
  void everyFamilysAdapterIsReadAndWrittenUnchanged(String family) {
    BaseModel base = model(reference(family)).model();
    PeftAdapter adapter = reader.read(reference(family).resolve("adapter"), base);
    assertThat(adapter.pairs()).hasSameSizeAs(base.modules());
    Path copy = folder.resolve("copy");
    new PeftWriter(new SafetensorsWriter())
        .write(copy, adapter.settings().lora(), base, base.name(), adapter.pairs());
    PeftAdapter again = reader.read(copy, base);
    assertThat(again.settings()).isEqualTo(adapter.settings());
    assertThat(again.pairs()).usingRecursiveComparison().isEqualTo(adapter.pairs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt2",
        "llama",
        "llama-bias",
        "llama-linear-rope",
        "llama3-scaled",
        "mistral",
        "qwen2",
        "qwen3"
      })
  void bothGenerationsOfConfigurationsMeanTheSameModel(String family) throws IOException {
    ModelFiles expected = model(reference(family));
    for (String version : List.of("config.v4.json", "config.v5.json")) {
      Path copy = Files.createDirectories(folder.resolve(version));
      Files.copy(reference(family).resolve(version), copy.resolve("config.json"));
      Files.copy(reference(family).resolve("model.safetensors"), copy.resolve("model.safetensors"));
      ModelFiles read = model(copy);
      assertThat(read.model().decoder()).isEqualTo(expected.model().decoder());
      assertThat(read.model().modules()).isEqualTo(expected.model().modules());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama", "mistral", "qwen2", "qwen3"})
  void targetsChooseTheModulesThatPeftChooses(String family) throws IOException {
    BaseModel base = model(reference(family)).model();
    JsonNode targets =
        new ObjectMapper()
            .readTree(reference(family).resolve("expected.json").toFile())
            .path("targets");
    assertThat(targets.size()).isGreaterThan(3);
    for (Map.Entry<String, JsonNode> spec : targets.properties()) {
      List<String> expected = new ArrayList<>();
      spec.getValue().forEach(name -> expected.add(name.asText()));
      assertThat(targets(spec.getKey()).among(base.modules(), base.decoder().modelType()))
          .as(spec.getKey())
          .extracting(LinearModule::path)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static TargetModules targets(String spec) throws IOException {
    if (spec.equals("default")) {
      return new TargetModules.Default();
    }
    if (spec.startsWith("[")) {
      return new TargetModules.Names(List.of(new ObjectMapper().readValue(spec, String[].class)));
    }
    return TargetModules.parse(spec);
  }

  private static ModelFiles model(Path folder) {
    return ModelFolder.ofKnownFamilies().read(folder);
  }

  private static Path reference(String family) {
    return Path.of(
        Objects.requireNonNull(
                ReferenceAdaptersTest.class.getResource(
                    "/org/deltaworks/engine/reference/" + family))
            .getPath());
  }
}
