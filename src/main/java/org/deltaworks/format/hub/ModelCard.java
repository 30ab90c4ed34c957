package org.deltaworks.format.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the front matter of a model's README.md says.
 *
 * @param license the licence's name, if one is given
 */
public record ModelCard(Optional<String> license) {
  private static final int LONGEST = 1 << 20;

  /** Reads a folder's README.md; a missing or unreadable one says nothing. */
  public static ModelCard read(Path folder) {
    Path file = folder.resolve("README.md");
    if (!Files.isRegularFile(file)) {
      return new ModelCard(Optional.empty());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new ModelCard(Optional.empty());
    }
  }

  static ModelCard parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return new ModelCard(Optional.empty());
    }
    List<String> matter =
        lines.stream().skip(1).takeWhile(line -> !line.strip().equals("---")).toList();
    Optional<String> license = value(matter, "license");
    if (license.isEmpty() || license.get().equals("other")) {
      license = value(matter, "license_name").or(() -> value(matter, "license"));
    }
    return new ModelCard(license);
  }

  private static Optional<String> value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .map(value -> value.replaceAll("^[\"'](.*)[\"']$", "$1"))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
