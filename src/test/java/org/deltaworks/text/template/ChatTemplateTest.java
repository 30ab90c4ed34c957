package org.deltaworks.text.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compared with what transformers' own engine made of the same templates
 * (src/test/python/make_template_cases.py).
 */
class ChatTemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock NOW =
      Clock.fixed(LocalDateTime.of(2026, 3, 7, 9, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private static JsonNode resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ChatTemplateTest.class.getResourceAsStream(name))) {
      return JSON.readTree(in);
    }
  }

  private static Map<String, @Nullable Object> values(JsonNode conversation) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("tools", null);
    values.put("documents", null);
    values.put("bos_token", "<s>");
    values.put("eos_token", "</s>");
    values.putAll(JSON.convertValue(conversation, new TypeReference<Map<String, Object>>() {}));
    return values;
  }

  private static @Nullable String render(String template, JsonNode conversation) {
    try {
      return ChatTemplate.compile(template, NOW).render(values(conversation)).text();
    } catch (ProblemException e) {
      return null;
    }
  }

  @TestFactory
  Stream<DynamicTest> everySnippetRendersAsTransformersDoes() throws IOException {
    JsonNode cases = resource("cases.json");
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : cases.path("cases").properties()) {
      for (Map.Entry<String, JsonNode> expected : one.getValue().path("expected").properties()) {
        tests.add(
            DynamicTest.dynamicTest(
                one.getKey() + ", " + expected.getKey(),
                () ->
                    assertThat(
                            render(
                                one.getValue().path("template").asText(),
                                cases.path("conversations").path(expected.getKey())))
                        .isEqualTo(
                            expected.getValue().isNull() ? null : expected.getValue().asText())));
      }
    }
    assertThat(tests).hasSizeGreaterThan(200);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> realTemplatesRenderAsTransformersDoes() throws IOException {
    Path tokenizers =
        Path.of(System.getProperty("deltaworks.test.data", "../shared/data"), "tokenizers");
    Assumptions.assumeTrue(Files.isDirectory(tokenizers), "the shared test data is not here");
    JsonNode conversations = resource("cases.json").path("conversations");
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> foreign : resource("foreign.json").properties()) {
      String template =
          JSON.readTree(
                  tokenizers.resolve(foreign.getKey()).resolve("tokenizer_config.json").toFile())
              .path("chat_template")
              .asText();
      for (Map.Entry<String, JsonNode> expected : foreign.getValue().properties()) {
        tests.add(
            DynamicTest.dynamicTest(
                foreign.getKey() + ", " + expected.getKey(),
                () -> {
                  String text = render(template, conversations.path(expected.getKey()));
                  assertThat(text == null ? null : sha256(text))
                      .as(text)
                      .isEqualTo(
                          expected.getValue().isNull() ? null : expected.getValue().asText());
                }));
      }
    }
    return tests.stream();
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void generationBlocksSayWhereTheAssistantSpeaks() {
    ChatTemplate.Rendered rendered =
        ChatTemplate.compile(
                "a{% for m in messages %}<{% generation %}{{ m }}!{% endgeneration %}>{% endfor %}")
            .render(Map.of("messages", List.of("x", "yz")));
    assertThat(rendered.text()).isEqualTo("a<x!><yz!>");
    assertThat(rendered.generated().stream().map(s -> rendered.text().substring(s.from(), s.to())))
        .containsExactly("x!", "yz!");
  }

  @Test
  void aTemplateThatNeverEndsIsStopped() {
    String nested =
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor"
            + " %}{% endfor %}{% endfor %}";
    assertThatThrownBy(() -> ChatTemplate.compile(nested).render(Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("steps");
  }

  @Test
  void aTemplateThatGrowsWithoutEndIsStopped() {
    String growing =
        "{% set ns = namespace(x='aaaaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x"
            + " %}{% endfor %}";
    assertThatThrownBy(() -> ChatTemplate.compile(growing).render(Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("characters");
  }

  @Test
  void aTemplateThatCallsItselfIsStopped() {
    assertThatThrownBy(
            () ->
                ChatTemplate.compile("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")
                    .render(Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("deeply");
    assertThatThrownBy(() -> ChatTemplate.compile("{{ " + "(".repeat(100_000)))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> ChatTemplate.compile("{% if a %}".repeat(100_000)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void theTemplatesOwnRefusalIsToldInWords() {
    assertThatThrownBy(
            () ->
                ChatTemplate.compile("{{ raise_exception('Roles must alternate') }}")
                    .render(Map.of()))
        .hasMessageContaining("refuses this conversation: Roles must alternate")
        .hasMessageContaining("Change the conversation");
  }

  @Provide
  net.jqwik.api.Arbitrary<String> templates() {
    return net.jqwik.api.Arbitraries.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "-",
            "if ",
            "endif",
            "for x in ",
            "endfor",
            "x",
            "'",
            "\"",
            "(",
            ")",
            "[",
            "]",
            "|",
            "tojson",
            "is ",
            "1",
            ".",
            ",",
            ":",
            "~",
            "set ",
            "=",
            " ",
            "\n",
            "messages",
            "macro m(",
            "**",
            "9")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2000)
  void noTextMakesItDoAnythingButRenderOrSayWhyNot(@ForAll @From("templates") String template) {
    try {
      assertThat(ChatTemplate.compile(template).render(Map.of("messages", List.of("a"))).text())
          .hasSizeLessThan(5_000_000);
    } catch (ProblemException e) {
      assertThat(e.problem().remedy()).isNotBlank();
    }
  }
}
