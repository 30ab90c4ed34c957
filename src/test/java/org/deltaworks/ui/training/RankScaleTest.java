package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RankScaleTest {
  @Property(tries = 64)
  void everyRankHasItsPlace(@ForAll @IntRange(min = 1, max = 64) int rank) {
    assertThat(RankScale.rankAt(RankScale.positionOf(rank))).isEqualTo(rank);
  }

  @Property(tries = 100)
  void thePositionNeverLeavesTheSlider(@ForAll @DoubleRange(min = -3, max = 9) double position) {
    assertThat(RankScale.rankAt(position)).isBetween(1, 64);
  }
}
