package org.deltaworks.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvePlotTest {
  @Test
  void aFallingLossFallsFromTheFirstRowToTheLast() {
    List<String> lines = CurvePlot.lines(List.of(4.0, 3.0, 2.0, 1.0));
    assertThat(lines.get(1)).isEqualTo("  4.000 |*");
    assertThat(lines.get(lines.size() - 3)).isEqualTo("  1.000 |   *");
    assertThat(lines.getLast()).endsWith("step 1 to 4");
  }

  @Test
  void aLongCurveFitsTheTerminalAndHasOnePointAColumn() {
    List<String> lines =
        CurvePlot.lines(IntStream.range(0, 10_000).mapToObj(i -> 10.0 / (1 + i)).toList());
    assertThat(lines).allMatch(line -> line.length() <= 79);
    assertThat(lines.stream().flatMapToInt(String::chars).filter(c -> c == '*').count())
        .isEqualTo(60);
  }

  @Test
  void aFlatLineAndAnEmptyOneAreNoTrouble() {
    assertThat(CurvePlot.lines(List.of(2.0, 2.0))).isNotEmpty();
    assertThat(CurvePlot.lines(List.of())).isEmpty();
  }
}
