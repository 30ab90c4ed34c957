package org.deltaworks.corpus.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramModelTest {
  private static final int VOCABULARY = 12;

  private static List<int[]> rows(long seed) {
    Random random = new Random(seed);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int[] row = new int[40];
      for (int j = 1; j < row.length; j++) {
        row[j] = random.nextDouble() < 0.7 ? (row[j - 1] * 5 + 1) % 11 : random.nextInt(11);
      }
      rows.add(row);
    }
    return rows;
  }

  private static NgramModel learnt(int order) {
    NgramModel model = new NgramModel(order, VOCABULARY);
    rows(1).forEach(model::learn);
    return model;
  }

  @Test
  void probabilitiesSumToOneAfterEveryHistory() {
    for (int order : new int[] {1, 2, 5}) {
      NgramModel model = learnt(order);
      for (int[] history : List.of(new int[0], new int[] {3}, new int[] {0, 1, 6, 9, 2, 11})) {
        double sum = 0;
        for (int token = 0; token < VOCABULARY; token++) {
          sum += model.probability(history, token);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void aBigramIsItsDiscountedShareAndTheRestOfOneTokenAlone() {
    NgramModel model = new NgramModel(2, 2);
    model.learn(new int[] {0, 0, 1, 0, 0});
    // Bigrams: start-0 once, 0-0 twice, 0-1 once, 1-0 once. Seen once: 3, twice: 1.
    double discount = 3 / (3 + 2.0);
    // Before 0 stood start, 0 and 1; before 1 only 0: four kinds, one of them seen once.
    double alone = 0.95;
    double one = (1 - alone) / 4 + alone * 2 / 4 * 0.5;
    double expected = (1 - discount) / 3 + discount * 2 / 3 * one;
    assertThat(model.probability(new int[] {0}, 1)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void knowingMoreCostsLessOnTextItNeverSaw() {
    List<int[]> heldOut = rows(2);
    double unigram = heldOut.stream().mapToDouble(learnt(1)::cost).sum();
    double bigram = heldOut.stream().mapToDouble(learnt(2)::cost).sum();
    assertThat(bigram).isLessThan(0.8 * unigram);
    double tokens = 60 * 39;
    assertThat(unigram / tokens).isLessThan(Math.log(VOCABULARY));
  }

  @Test
  void tooLongNgramsAreRefused() {
    assertThatThrownBy(() -> new NgramModel(6, 4096))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 bits");
  }

  @Test
  void rowsAreReadFromJsonLines(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.jsonl");
    Files.writeString(file, "{\"input_ids\":[1,2,3],\"labels\":[1,2,3]}\n{\"input_ids\":[4]}\n");
    List<int[]> rows = new ArrayList<>();
    TokenRows.each(file, rows::add);
    assertThat(rows).containsExactly(new int[] {1, 2, 3}, new int[] {4});
  }

  @Test
  void countsSurviveGrowing() {
    LongCounts counts = new LongCounts();
    for (int round = 0; round < 2; round++) {
      for (long key = 0; key < 50_000; key += 1 + round) {
        counts.increment(key * 1_000_003L);
      }
    }
    assertThat(counts.get(0)).isEqualTo(2);
    assertThat(counts.get(1_000_003L)).isEqualTo(1);
    assertThat(counts.get(7)).isZero();
    assertThat(counts.having(2)).isEqualTo(25_000);
  }
}
