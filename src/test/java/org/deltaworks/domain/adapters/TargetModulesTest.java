package org.deltaworks.domain.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PEFT's rules, held to what PEFT itself chose on real models. */
class TargetModulesTest {
  private static final LinearModule Q =
      new LinearModule("model.layers.3.self_attn.q_proj", 3, "q_proj", 64, 32);

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama", "llama-bias", "mistral", "qwen2", "qwen3"})
  void theSameModulesAsPeft(String family) throws Exception {
    Path folder = folder(family);
    BaseModel model = ModelFolder.ofKnownFamilies().read(folder).model();
    JsonNode targets =
        new ObjectMapper().readTree(folder.resolve("expected.json").toFile()).get("targets");
    assertThat(targets.size()).isGreaterThan(3);
    for (Map.Entry<String, JsonNode> entry : targets.properties()) {
      List<String> expected = new ArrayList<>();
      entry.getValue().forEach(path -> expected.add(path.asText()));
      TargetModules chosen = TargetModules.parse(commandLineForm(entry.getKey()));
      assertThat(chosen.among(model.modules(), model.decoder().modelType()))
          .as(entry.getKey())
          .extracting(LinearModule::path)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void anEntryMatchesWholePartsOfThePathOnly() {
    assertThat(names("q_proj").matches(Q.path(), "llama")).isTrue();
    assertThat(names("self_attn.q_proj").matches(Q.path(), "llama")).isTrue();
    assertThat(names(Q.path()).matches(Q.path(), "llama")).isTrue();
    assertThat(names("proj").matches(Q.path(), "llama")).isFalse();
    assertThat(names("attn.q_proj").matches(Q.path(), "llama")).isFalse();
    assertThat(names("model").matches(Q.path(), "llama")).isFalse();
  }

  @Test
  void anExpressionMatchesTheWholePath() {
    assertThat(TargetModules.parse(".*q_proj").matches(Q.path(), "llama")).isTrue();
    assertThat(TargetModules.parse("layers\\.3.*").matches(Q.path(), "llama")).isFalse();
    assertThatThrownBy(() -> TargetModules.parse("q_proj("))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void entriesThatNoModuleAnswersToAreNamed() {
    assertThat(names("q_proj", "w_proj").unknown(List.of(Q))).isEqualTo(Set.of("w_proj"));
    assertThat(new TargetModules.AllLinear().unknown(List.of(Q))).isEmpty();
  }

  @Test
  void patternsGiveModulesTheirOwnRankAndAlpha() {
    LoraSpec spec =
        new LoraSpec(
            8,
            16,
            0,
            names("q_proj"),
            Map.of("layers.3.self_attn.q_proj", 4),
            Map.of("^q_proj", 1.0),
            Optional.empty(),
            false);
    assertThat(spec.rankOf(Q)).isEqualTo(4);
    assertThat(spec.scalingOf(Q)).isEqualTo(4.0);
    assertThat(spec.trainable(List.of(Q), "llama")).isEqualTo(4 * (64 + 32));
  }

  @Test
  void onlyChosenLayersAreAdapted() {
    LoraSpec spec =
        new LoraSpec(
            8, 16, 0, names("q_proj"), Map.of(), Map.of(), Optional.of(Set.of(1, 2)), false);
    assertThat(spec.adapts(Q, "llama")).isFalse();
  }

  @Test
  void theCountsOfThePaper() {
    assertThat(attention(24, 1024)).isEqualTo(393_216);
    assertThat(attention(36, 1280)).isEqualTo(737_280);
  }

  @Property
  void theCommandLinesFormIsReadBack(
      @ForAll @Size(min = 1, max = 5) List<@AlphaChars @NotEmpty String> parts) {
    TargetModules names = new TargetModules.Names(parts);
    if (!names.text().equals("all-linear")) {
      assertThat(TargetModules.parse(names.text())).isEqualTo(names);
    }
  }

  /** Rank 4 on a fused query, key and value of GPT-2, as the paper counts them. */
  private static long attention(int layers, int width) {
    List<LinearModule> modules = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      String path = "transformer.h." + i + ".attn.c_attn";
      modules.add(new LinearModule(path, i, "c_attn", width, 3 * width));
    }
    return LoraSpec.of(4, 32, 0, new TargetModules.Default()).trainable(modules, "gpt2");
  }

  private static TargetModules names(String... names) {
    return new TargetModules.Names(List.of(names));
  }

  private static String commandLineForm(String key) throws IOException {
    if (key.equals("default")) {
      return "";
    }
    if (!key.startsWith("[")) {
      return key;
    }
    List<String> names = new ArrayList<>();
    new ObjectMapper().readTree(key).forEach(name -> names.add(name.asText()));
    return String.join(",", names);
  }

  private static Path folder(String family) throws Exception {
    URL config =
        TargetModulesTest.class.getResource(
            "/org/deltaworks/engine/reference/" + family + "/config.json");
    return Objects.requireNonNull(Path.of(Objects.requireNonNull(config).toURI()).getParent());
  }
}
