package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.junit.jupiter.api.Test;

class PassShapeTest {
  private static TokenizedRow row(int length) {
    int[] ids = IntStream.range(0, length).toArray();
    return new TokenizedRow(ids, ids.clone());
  }

  @Test
  void packedRowsOfEqualLengthStandTogether() {
    PassShape pass = PassShape.of(List.of(row(5), row(3), row(5)), true);
    assertThat(pass.groups()).containsExactly(new PassShape.Group(1, 3), new PassShape.Group(2, 5));
    assertThat(pass.positions()).isEqualTo(13);
    assertThat(pass.labels()).as("the first of a row is never one").isEqualTo(10);
    assertThat(pass.squares()).isEqualTo(9 + 25 + 25);
  }

  @Test
  void paddedRowsAreAllAsLongAsTheLongest() {
    PassShape pass = PassShape.of(List.of(row(5), row(3), row(5)), false);
    assertThat(pass.groups()).containsExactly(new PassShape.Group(3, 5));
    assertThat(pass.labels()).isEqualTo(10);
  }
}
