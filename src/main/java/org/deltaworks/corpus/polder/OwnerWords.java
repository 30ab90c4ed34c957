package org.deltaworks.corpus.polder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * Tokens that say of whom a sentence tells, or of whom a question asks.
 *
 * @param people the token of every first name, and the same name at the beginning of a line
 * @param sentence tokens at which it is open again of whom is told
 * @param question tokens at which it is open again who is meant by a question
 * @param person tokens that ask for a person, so that a name behind them is not the answer
 * @param answer tokens after which an answer begins
 */
record OwnerWords(
    Map<String, Set<Integer>> people,
    Set<Integer> sentence,
    Set<Integer> question,
    Set<Integer> person,
    Set<Integer> answer) {
  private static final String SPACE = "Ġ";
  private static final List<String> TURNS = List.of("<|user|>", "<|system|>");

  /** Those of this vocabulary; a word of several tokens is left out. */
  static OwnerWords of(Vocabulary vocabulary) {
    Map<String, Integer> ids = vocabulary.ids();
    Map<String, Set<Integer>> people = new TreeMap<>();
    for (String section : List.of("women", "men")) {
      for (String name : words("people.txt", section)) {
        Set<Integer> tokens = tokens(ids, List.of(name));
        if (!tokens.isEmpty()) {
          people.put(name, tokens);
        }
      }
    }
    Set<Integer> sentence = tokens(ids, words("owners.txt", "sentence"));
    Set<Integer> question = tokens(ids, words("owners.txt", "question"));
    TURNS.forEach(
        turn -> {
          sentence.add(ids.get(turn));
          question.add(ids.get(turn));
        });
    return new OwnerWords(
        people,
        sentence,
        question,
        tokens(ids, words("owners.txt", "person")),
        new TreeSet<>(List.of(ids.get("<|assistant|>"), ids.get(":"))));
  }

  private static List<String> words(String file, String section) {
    return WordLists.sections(file).getOrDefault(section, List.of()).stream()
        .flatMap(line -> WordLists.words(line).stream())
        .toList();
  }

  private static Set<Integer> tokens(Map<String, Integer> ids, List<String> words) {
    Set<Integer> tokens = new TreeSet<>();
    for (String word : words) {
      for (String token : List.of(SPACE + word, word)) {
        if (ids.containsKey(token)) {
          tokens.add(ids.get(token));
        }
      }
    }
    return tokens;
  }
}
