package org.deltaworks.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deltaworks.domain.generation.Sampling;
import org.junit.jupiter.api.Test;

class NextTokenTest {
  private static final float[] LOGITS = {0.5f, 2, 1.9f, -3};

  @Test
  void withoutTemperatureTheLikeliestIsChosen() {
    assertThat(new NextToken(Sampling.GREEDY).choose(LOGITS.clone(), List.of())).isEqualTo(1);
  }

  @Test
  void aPenaltyMakesWhatWasSaidLessLikely() {
    Sampling sampling = new Sampling(0, 1, 0, 1.2, 0);
    assertThat(new NextToken(sampling).choose(LOGITS.clone(), List.of(1, 1, 3))).isEqualTo(2);
  }

  @Test
  void oneKeptTokenIsAlwaysChosen() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(choose(new Sampling(5, 1, 1, 1, seed))).isEqualTo(1);
      assertThat(choose(new Sampling(5, 1e-9, 0, 1, seed))).isEqualTo(1);
    }
  }

  @Test
  void drawsFollowTheProbabilities() {
    NextToken token = new NextToken(new Sampling(1, 1, 0, 1, 3));
    int[] counts = new int[2];
    float[] logits = {(float) Math.log(3), 0};
    for (int i = 0; i < 4000; i++) {
      counts[token.choose(logits.clone(), List.of())]++;
    }
    assertThat(counts[0]).isBetween(2880, 3120);
  }

  @Property(tries = 200)
  void theSameSeedGivesTheSameTokenAndItIsAmongTheTopK(
      @ForAll @Size(10) List<@FloatRange(min = -8, max = 8) Float> list,
      @ForAll @IntRange(min = 1, max = 9) int topK,
      @ForAll long seed) {
    float[] logits = new float[list.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = list.get(i);
    }
    Sampling sampling = new Sampling(0.8, 1, topK, 1, seed);
    int chosen = new NextToken(sampling).choose(logits.clone(), List.of());
    assertThat(new NextToken(sampling).choose(logits.clone(), List.of())).isEqualTo(chosen);
    long above = list.stream().filter(l -> l > logits[chosen]).count();
    assertThat(above).isLessThan(topK);
  }

  private static int choose(Sampling sampling) {
    return new NextToken(sampling).choose(LOGITS.clone(), List.of());
  }
}
