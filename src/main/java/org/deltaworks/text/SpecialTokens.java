package org.deltaworks.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.json.JsonFile;

/**
 * What a model folder says about the tokens that begin and end a text, as texts.
 *
 * @param begin such as {@code <s>}
 * @param end such as {@code </s>}
 */
record SpecialTokens(Optional<String> begin, Optional<String> end) {

  /** Reads {@code tokenizer_config.json}, else {@code special_tokens_map.json}. */
  static SpecialTokens read(Path folder) {
    Optional<String> begin = Optional.empty();
    Optional<String> end = Optional.empty();
    for (String name : List.of("tokenizer_config.json", "special_tokens_map.json")) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        JsonNode fields = JsonFile.read(file, Problem.Kind.BAD_MODEL).node();
        begin = begin.or(() -> content(fields.path("bos_token")));
        end = end.or(() -> content(fields.path("eos_token")));
      }
    }
    return new SpecialTokens(begin, end);
  }

  /** A token is written as its text or as an object that holds it. */
  private static Optional<String> content(JsonNode node) {
    JsonNode text = node.isObject() ? node.path("content") : node;
    return text.isTextual() && !text.textValue().isEmpty()
        ? Optional.of(text.textValue())
        : Optional.empty();
  }
}
