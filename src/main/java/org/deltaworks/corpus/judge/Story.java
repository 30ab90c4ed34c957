package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into sentences and these into words and marks.
 *
 * @param text as it was given
 * @param sentences in order; a line end closes a sentence too
 */
record Story(String text, List<Sentence> sentences) {
  private static final Pattern END = Pattern.compile("(?<=[.!?])[\"”]?\\s+|\\n+");
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]+(?:[-'’][A-Za-z]+)*|[0-9]+|[^\\sA-Za-z0-9]");

  static Story of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (String piece : END.split(text.strip())) {
      Matcher matcher = TOKEN.matcher(piece);
      List<String> tokens = new ArrayList<>();
      while (matcher.find()) {
        tokens.add(matcher.group());
      }
      if (!tokens.isEmpty()) {
        sentences.add(new Sentence(tokens));
      }
    }
    return new Story(text, List.copyOf(sentences));
  }

  /**
   * A sentence.
   *
   * @param tokens words and marks as they stand
   */
  record Sentence(List<String> tokens) {
    Sentence {
      tokens = List.copyOf(tokens);
    }

    int size() {
      return tokens.size();
    }

    /** The token there, in small letters; empty outside of the sentence. */
    String low(int at) {
      return at < 0 || at >= tokens.size() ? "" : tokens.get(at).toLowerCase(Locale.ROOT);
    }

    /** The token there as it stands; empty outside of the sentence. */
    String at(int at) {
      return at < 0 || at >= tokens.size() ? "" : tokens.get(at);
    }

    /** Some words around a place, to show a fault. */
    String around(int at) {
      return String.join(" ", tokens.subList(Math.max(0, at - 5), Math.min(size(), at + 6)));
    }

    /** The words alone in small letters. */
    List<String> words() {
      return tokens.stream()
          .filter(t -> Character.isLetterOrDigit(t.charAt(0)))
          .map(t -> t.toLowerCase(Locale.ROOT))
          .toList();
    }
  }
}
