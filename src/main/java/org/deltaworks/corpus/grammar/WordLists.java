package org.deltaworks.corpus.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Our word lists, resource files of lines. A line that begins with {@code #} is a remark, or names
 * the section that follows; fields are separated by a bar.
 */
public final class WordLists {
  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

  private WordLists() {}

  /** The rows of a file, each its fields. */
  public static List<List<String>> rows(String file) {
    return sections(file).values().stream()
        .flatMap(List::stream)
        .map(line -> List.of(BAR.split(line)))
        .toList();
  }

  /** The lines of a file by the remark above them. */
  public static Map<String, List<String>> sections(String file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : read(file).split("\n")) {
      if (line.startsWith("#")) {
        current = new ArrayList<>();
        sections.put(line.substring(1).strip(), current);
      } else if (!line.isBlank()) {
        current.add(line.strip());
      }
    }
    return sections;
  }

  /** The fields of a line. */
  public static List<String> fields(String line) {
    return List.of(BAR.split(line.strip()));
  }

  /** The words of a comma list. */
  public static List<String> words(String list) {
    return List.of(COMMA.split(list.strip()));
  }

  /** The phrases of a semicolon list. */
  public static List<String> phrases(String list) {
    return List.of(SEMICOLON.split(list.strip()));
  }

  private static String read(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream("/org/deltaworks/corpus/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the word list " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
