package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Map;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * The words and sentences of one demo, a resource file of its own: the base text may change without
 * changing any demo.
 */
final class DemoWords {
  private final String name;
  private final Map<String, List<String>> sections;

  /** Reads {@code demo/NAME.txt}. */
  DemoWords(String name) {
    this.name = name;
    this.sections = WordLists.sections("demo/" + name + ".txt");
  }

  /** The words of a comma list. */
  List<String> words(String section) {
    return WordLists.words(lines(section).getFirst());
  }

  /** The phrases of a semicolon list. */
  List<String> phrases(String section) {
    return WordLists.phrases(lines(section).getFirst());
  }

  /** The lines under a heading. */
  List<String> lines(String section) {
    List<String> lines = sections.get(section);
    if (lines == null || lines.isEmpty()) {
      throw new IllegalStateException("demo/%s.txt has no %s".formatted(name, section));
    }
    return lines;
  }

  /** All headings, in their order. */
  List<String> headings() {
    return List.copyOf(sections.keySet());
  }
}
