package org.deltaworks.format.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.json.JsonFile;

/**
 * Finds a model's chat template: a file of its own, or a field of {@code tokenizer_config.json}
 * (one text, or a list of named ones of which {@code default} counts).
 */
final class ChatTemplateFile {
  private static final long LONGEST = 1 << 20;

  private ChatTemplateFile() {}

  static Optional<String> read(Path folder) {
    Path own = folder.resolve("chat_template.jinja");
    if (Files.isRegularFile(own)) {
      return Optional.of(text(own));
    }
    Path config = folder.resolve("tokenizer_config.json");
    if (!Files.isRegularFile(config)) {
      return Optional.empty();
    }
    JsonNode field = JsonFile.read(config, Problem.Kind.BAD_MODEL).node().path("chat_template");
    if (field.isTextual()) {
      return Optional.of(checked(config, field.textValue()));
    }
    for (JsonNode named : field) {
      if (named.path("name").asText().equals("default") && named.path("template").isTextual()) {
        return Optional.of(checked(config, named.path("template").textValue()));
      }
    }
    return Optional.empty();
  }

  private static String checked(Path file, String template) {
    if (template.length() > LONGEST) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "%s holds a chat template that is too large for one.".formatted(file.getFileName()),
              "Download it again, or remove the template.")
          .asException();
    }
    return template;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) <= LONGEST) {
        return Files.readString(file);
      }
      throw new IOException("it is too large for a chat template");
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "%s could not be read: %s.".formatted(file.getFileName(), e.getMessage()),
              "Download it again, or remove it.")
          .asException(e);
    }
  }
}
