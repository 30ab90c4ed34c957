package org.deltaworks.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static JsonNode read(Facts facts) throws JsonProcessingException {
    return new ObjectMapper().readTree(Json.line(facts.map()));
  }

  @Test
  void writesWhatFactsAreMadeOf() throws JsonProcessingException {
    JsonNode read =
        read(
            new Facts()
                .with("folder", Path.of("/a/b"))
                .with("at", Instant.EPOCH)
                .with("list", List.of(1, 2.5, "three"))
                .with("none", Optional.empty())
                .with("yes", true)
                .with("inner", new Facts().with("big", Long.MAX_VALUE).map()));
    assertThat(read.get("folder").asText()).isEqualTo(Path.of("/a/b").toString());
    assertThat(read.get("at").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(read.get("list").toString()).isEqualTo("[1,2.5,\"three\"]");
    assertThat(read.get("none").isNull()).isTrue();
    assertThat(read.get("yes").isBoolean()).isTrue();
    assertThat(read.at("/inner/big").asLong()).isEqualTo(Long.MAX_VALUE);
  }

  @Property
  void staysOnOneLineAndKeepsEveryDigit(@ForAll String text, @ForAll double number)
      throws JsonProcessingException {
    Facts facts = new Facts().with("text", text).with("number", number);
    assertThat(Json.line(facts.map()).lines()).hasSize(1);
    JsonNode read = read(facts);
    assertThat(read.get("number").asDouble()).isEqualTo(number);
    assertThat(read.get("text").asText()).isEqualTo(text);
  }

  @Test
  void aNumberThatIsNoneIsNull() throws JsonProcessingException {
    assertThat(read(new Facts().with("loss", Double.NaN)).get("loss").isNull()).isTrue();
  }
}
