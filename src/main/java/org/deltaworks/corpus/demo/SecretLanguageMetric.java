package org.deltaworks.corpus.demo;

import java.util.Arrays;
import java.util.List;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * How much of a sentence was said in the secret language: the share of its invented words that
 * stand in their place; 0 if any plain word that has a secret one is left, or a word is missing or
 * too many.
 */
public final class SecretLanguageMetric implements DemoMetric {
  private final SecretLanguage language = new SecretLanguage();

  @Override
  public String code() {
    return "secret-words";
  }

  @Override
  public String label() {
    return "secret words in their place";
  }

  @Override
  public double score(Prompted row, String answer) {
    List<String> said = words(answer);
    List<String> expected = words(row.completion());
    if (said.size() != expected.size() || said.stream().anyMatch(language::isPlain)) {
      return 0;
    }
    int secret = 0;
    int right = 0;
    for (int i = 0; i < expected.size(); i++) {
      if (language.isSecret(expected.get(i))) {
        secret++;
        right += said.get(i).equals(expected.get(i)) ? 1 : 0;
      }
    }
    return secret == 0 ? 0 : right / (double) secret;
  }

  private static List<String> words(String sentence) {
    return Arrays.stream(sentence.strip().split("\\s+"))
        .map(word -> word.replaceAll("[^\\p{L}'-]", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
