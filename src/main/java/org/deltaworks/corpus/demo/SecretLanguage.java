package org.deltaworks.corpus.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invented words, one for each of some plain ones; everything else, such as a name, stays. */
final class SecretLanguage {
  private final Map<String, String> words = new LinkedHashMap<>();

  /** The language of {@code demo/secret.txt}. */
  SecretLanguage() {
    for (String line : new DemoWords("secret").lines("lexicon")) {
      String[] pair = line.split(" = ");
      words.put(pair[0], pair[1]);
    }
  }

  /** A plain sentence of words and a full stop, word by word. */
  String say(String plain) {
    return Arrays.stream(plain.substring(0, plain.length() - 1).split(" "))
            .map(word -> words.getOrDefault(word, word))
            .collect(Collectors.joining(" "))
        + ".";
  }

  /** Whether this word has a secret one and so must not be left as it is. */
  boolean isPlain(String word) {
    return words.containsKey(word);
  }

  /** Whether this is one of the invented words. */
  boolean isSecret(String word) {
    return words.containsValue(word);
  }

  /** The plain words, in their order. */
  List<String> plainWords() {
    return List.copyOf(words.keySet());
  }
}
