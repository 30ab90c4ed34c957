package org.deltaworks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "phi-3-mini"})
  void encodesAsTheReferenceDoes(String name) throws IOException {
    String[] texts =
        Files.readString(SharedData.at("tokenizers/" + name + "/golden.inp"))
            .split("\n__ggml_vocab_test__\n", -1);
    List<String> expected =
        Files.readString(SharedData.at("tokenizers/" + name + "/golden.out")).lines().toList();
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/" + name)) {
      int checked = 0;
      for (int i = 0; i < expected.size(); i++) {
        int[] ids =
            Arrays.stream(expected.get(i).strip().split(" "))
                .filter(s -> !s.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(tokenizer.encode(texts[i], false)).as(texts[i]).isEqualTo(ids);
        checked++;
      }
      assertThat(checked).isGreaterThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({"stories260K-hf, stories260K", "babyllama-tok105-hf, babyllama-tok105"})
  void encodesTheReferenceTexts(String model, String reference) throws IOException {
    JsonNode texts =
        new ObjectMapper()
            .readTree(SharedData.at("golden/reference/" + reference + ".json").toFile())
            .path("texts");
    assertThat(texts.size()).isEqualTo(5);
    try (Tokenizer tokenizer = Tokenizers.shared("models/" + model)) {
      for (Map.Entry<String, JsonNode> text : texts.properties()) {
        int[] ids = new ObjectMapper().convertValue(text.getValue().path("ids"), int[].class);
        int[] ours = tokenizer.encode(text.getValue().path("text").asText(), true);
        assertThat(Arrays.copyOf(ours, ids.length)).as(text.getKey()).isEqualTo(ids);
      }
    }
  }

  @Test
  void knowsWhatTheModelSaysAboutItsTokens() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      assertThat(tokenizer.prefix()).containsExactly(1);
      assertThat(tokenizer.begin()).hasValue(1);
      assertThat(tokenizer.end()).hasValue(2);
      assertThat(tokenizer.stops()).containsExactly(2);
      assertThat(tokenizer.endText()).isEqualTo("</s>");
      assertThat(tokenizer.vocabulary()).isEqualTo(512);
    }
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/qwen3")) {
      assertThat(tokenizer.prefix()).isEmpty();
      assertThat(tokenizer.begin()).isEmpty();
      assertThat(tokenizer.end()).hasValue(151_645);
      assertThat(tokenizer.vocabulary()).isEqualTo(151_669);
    }
  }

  @Test
  void neitherCutsNorPads() {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      assertThat(tokenizer.encode(" hello".repeat(3000), true)).hasSize(3000);
    }
  }

  @Test
  void spansAreCountedInJavaCharacters() {
    String text = "naïve 日本 🙂🙂 end";
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      EncodedText encoded = tokenizer.encodeWithSpans(text, true);
      EncodedText.Span last = encoded.spans().getLast();
      assertThat(text.substring(last.from(), last.to()).strip()).isEqualTo("end");
      assertThat(encoded.spans()).allMatch(s -> s.from() <= s.to() && s.to() <= text.length());
      assertThat(encoded.pieces()).hasSameSizeAs(encoded.spans());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\u0000", "a\u0000b", "tab\tnew\nline", "e\u0301", "\uD83D\uDE42", "👩‍👩‍👧"})
  void decodingGivesTheTextBack(String text) {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      assertThat(tokenizer.decode(tokenizer.encode(text, true), true)).isEqualTo(text);
    }
  }

  @Test
  void halfOfASurrogatePairDoesNoHarm() {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      assertThat(tokenizer.encode("a\uD83Db", true)).isEqualTo(tokenizer.encode("a?b", true));
    }
  }

  @Test
  void aFolderWithoutTokenizerIsTold(@TempDir Path folder) throws IOException {
    assertProblem(folder, Problem.Kind.NOT_FOUND, "has no tokenizer", "tokenizer.json");
    Files.write(folder.resolve("tokenizer.model"), new byte[3]);
    assertProblem(folder, Problem.Kind.NOT_FOUND, "tokenizer.model alone is not enough");
  }

  @Test
  void aBrokenTokenizerIsTold(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
    assertProblem(folder, Problem.Kind.BAD_MODEL, "cannot be used");
    Files.writeString(
        folder.resolve("tokenizer.json"), "version https://git-lfs.github.com/spec/v1\noid x\n");
    assertProblem(folder, Problem.Kind.BAD_MODEL, "Git LFS pointer");
  }

  private static void assertProblem(Path folder, Problem.Kind kind, String... words) {
    assertThatThrownBy(() -> Tokenizers.load(folder))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().line()).contains(List.of(words));
              assertThat(e.problem().kind()).isEqualTo(kind);
            });
  }
}
