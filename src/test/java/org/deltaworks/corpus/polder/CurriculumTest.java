package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.world.World;
import org.junit.jupiter.api.Test;

class CurriculumTest {
  private static final int LENGTH = 512;
  private static final Vocabulary BYTES = new MergeLearner().learn(PolderTokens.SPECIAL, 261);
  private static final int[] TEXT = IntStream.range(1_000, 1_000 + LENGTH).toArray();

  @Property(tries = 100)
  void whatAnExerciseAsksForStoodThereBefore(@ForAll @LongRange(max = 10_000) long seed) {
    TokenRow row = new Drill(new Dice(seed), BYTES).random(LENGTH);
    assertThat(row.ids()).hasSize(LENGTH);
    int full = BYTES.ids().getOrDefault(".", -1);
    Set<Integer> read = new HashSet<>(Set.of(PolderTokens.END_ID, full));
    int asked = 0;
    for (int i = 0; i < LENGTH; i++) {
      int label = row.labels()[i];
      if (label != TokenRow.IGNORED) {
        assertThat(label).isEqualTo(row.ids()[i]);
        assertThat(read).contains(label);
        asked++;
      }
      read.add(row.ids()[i]);
    }
    assertThat(asked).isBetween(20, 500);
  }

  @Property(tries = 100)
  void echoesSayNothingNew(@ForAll @LongRange(max = 10_000) long seed) {
    Drill drill = new Drill(new Dice(seed), BYTES);
    int next = TEXT[0];
    Set<Integer> read = new HashSet<>();
    for (int id : drill.echoes(TEXT).ids()) {
      assertThat(read.contains(id) || id == next).isTrue();
      next += read.add(id) ? 1 : 0;
    }
    int[] shuffled = drill.shuffled(TEXT).ids();
    assertThat(shuffled).hasSize(LENGTH);
    assertThat(Arrays.stream(shuffled).distinct().count()).isBetween(200L, 480L);
  }

  @Test
  void exercisesComeFirstAndBecomeFewer() {
    Curriculum all = Curriculum.of(1, BYTES, new World());
    assertThat(all.shares(0).random()).isEqualTo(1);
    assertThat(all.shares(Curriculum.DRILLED).shuffled()).isCloseTo(0.7, within(1e-9));
    Curriculum.Shares end = all.shares(Curriculum.LESSONS_FROM - 1);
    assertThat(end.random() + end.shuffled() + end.echoed()).isBetween(0.05, 0.3);
    Map<Boolean, Integer> counts = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      boolean text = Arrays.equals(all.row(TEXT, Curriculum.LESSONS_FROM - 1, LENGTH).ids(), TEXT);
      counts.merge(text, 1, Integer::sum);
    }
    assertThat(counts.getOrDefault(true, 0)).isBetween(760, 920);
  }

  @Test
  void textToTestOnHasNoExercises() {
    TokenRow row = Curriculum.none().row(TEXT, 0, LENGTH);
    assertThat(row.ids()).isEqualTo(TEXT);
    assertThat(row.labels()).isEqualTo(TEXT);
  }
}
