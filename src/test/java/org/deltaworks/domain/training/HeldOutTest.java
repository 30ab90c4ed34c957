package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deltaworks.domain.datasets.TokenizedRow;

class HeldOutTest {
  @Property
  void everyRowIsOnOneSideInItsOrderAndOneIsAlwaysLeftToLearn(
      @ForAll @IntRange(min = 1, max = 50) int count,
      @ForAll @DoubleRange(min = 0, max = 0.99) double fraction,
      @ForAll long seed) {
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new TokenizedRow(new int[] {i}, new int[] {i}));
    }
    HeldOut split = HeldOut.of(rows, fraction, seed);
    assertThat(split.training()).isNotEmpty().isSubsetOf(rows);
    assertThat(split.testing()).isSubsetOf(rows).doesNotContainAnyElementsOf(split.training());
    assertThat(split.training().size() + split.testing().size()).isEqualTo(count);
    assertThat(split.training()).isSortedAccordingTo((a, b) -> a.ids()[0] - b.ids()[0]);
    assertThat(split.testing()).isSortedAccordingTo((a, b) -> a.ids()[0] - b.ids()[0]);
    if (fraction == 0 || count == 1) {
      assertThat(split.testing()).isEmpty();
    } else {
      assertThat(split.testing()).isNotEmpty();
    }
    assertThat(HeldOut.of(rows, fraction, seed)).isEqualTo(split);
  }
}
