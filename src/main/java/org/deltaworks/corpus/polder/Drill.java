package org.deltaworks.corpus.polder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.chance.Dice;

/**
 * Exercises in copying what has been read. A small model on few tokens learns which words are
 * frequent long before it learns to look back, and never gets there; in a row of random tokens
 * there is nothing to learn but looking back. (Training on artificial sequences first:
 * Papadimitriou and Jurafsky 2020; Hu et al. 2025.)
 */
final class Drill {
  private static final int MOST_SENTENCES = 8;
  private static final int MOST_WORDS = 8;
  private static final double NEW_WORD = 0.6;
  private static final double BRIEF = 0.4;

  private final Dice dice;
  private final List<Integer> words;
  private final int user;
  private final int assistant;
  private final int stop;
  private final int mark;

  Drill(Dice dice, Vocabulary vocabulary) {
    this.dice = dice;
    Map<String, Integer> ids = vocabulary.ids();
    this.words = IntStream.range(vocabulary.special().size(), vocabulary.size()).boxed().toList();
    this.user = ids.getOrDefault("<|user|>", 0);
    this.assistant = ids.getOrDefault("<|assistant|>", 0);
    this.stop = ids.getOrDefault(".", 0);
    this.mark = ids.getOrDefault("?", 0);
  }

  /** Random tokens; only what stood there before is a label. */
  TokenRow random(int length) {
    TokenRow.Builder row = new TokenRow.Builder();
    while (row.length() < length) {
      if (dice.chance(0.5)) {
        repeat(row);
      } else {
        ask(row);
      }
    }
    return row.first(length);
  }

  /**
   * A text said out of order, pieces of it twice: words as frequent as they are, and no grammar.
   */
  TokenRow shuffled(int[] ids) {
    List<Integer> mixed = dice.shuffled(IntStream.of(ids).boxed().toList());
    return echoes(mixed, 8, ids.length);
  }

  /** A text with pieces said again a little later. */
  TokenRow echoes(int[] ids) {
    return echoes(IntStream.of(ids).boxed().toList(), 15, ids.length);
  }

  private TokenRow echoes(List<Integer> ids, int least, int length) {
    TokenRow.Builder row = new TokenRow.Builder();
    int at = 0;
    while (row.length() < length && at < ids.size()) {
      int said = Math.min(dice.between(least, 100), ids.size() - at);
      int between = Math.min(dice.between(0, 40), ids.size() - at - said);
      int from = dice.between(0, Math.max(0, said - 6));
      row.say(ids.subList(at, at + said + between));
      row.say(ids.subList(at + from, at + said));
      at += said + between;
    }
    return row.first(length);
  }

  /** Some tokens, some others, and a piece of the first again. */
  private void repeat(TokenRow.Builder row) {
    List<Integer> pool = picks(words, dice.between(8, 60));
    List<Integer> said = picks(pool, dice.between(10, 60));
    row.show(said);
    row.show(picks(pool, dice.between(0, 30)));
    int length = dice.between(3, said.size());
    int from = dice.between(0, said.size() - length);
    row.show(said.subList(from, from + 2));
    row.say(said.subList(from + 2, from + length));
  }

  /**
   * Sentences of random words, then questions: a sentence with a gap, answered by what is missing.
   */
  private void ask(TokenRow.Builder row) {
    List<Integer> common = picks(words, 12);
    List<List<Integer>> sentences = new ArrayList<>();
    row.show(List.of(user));
    for (int i = dice.between(2, MOST_SENTENCES); i > 0; i--) {
      List<Integer> sentence = new ArrayList<>();
      for (int j = dice.between(3, MOST_WORDS); j > 0; j--) {
        sentence.add(dice.pick(dice.chance(NEW_WORD) ? words : common));
      }
      sentences.add(sentence);
      row.show(sentence);
      row.show(List.of(stop));
    }
    for (int i = dice.between(1, 3); i > 0; i--) {
      List<Integer> sentence = dice.pick(sentences);
      int gap = dice.between(0, sentence.size() - 1);
      List<Integer> question = new ArrayList<>(sentence);
      int missing = question.remove(gap);
      row.show(question);
      row.show(List.of(mark, PolderTokens.END_ID, assistant));
      row.say(dice.chance(BRIEF) ? List.of(missing) : sentence);
      row.say(List.of(stop, PolderTokens.END_ID));
      row.show(List.of(user));
    }
  }

  private List<Integer> picks(List<Integer> from, int count) {
    List<Integer> picked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      picked.add(dice.pick(from));
    }
    return picked;
  }
}
