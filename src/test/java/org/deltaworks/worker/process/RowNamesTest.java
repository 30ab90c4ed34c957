package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowNamesTest {
  @Test
  void aRowIsCalledByItsPlaceInTheFileItCameFrom() {
    RowNames one =
        new RowNames(List.of(Path.of("a.jsonl")), List.of(5), List.of(1, 3, 5), List.of(0, 2));
    assertThat(one.of(1)).isEqualTo("row 5");
    RowNames two =
        new RowNames(
            List.of(Path.of("a.jsonl"), Path.of("in", "b.csv")),
            List.of(2, 3),
            List.of(1, 2, 4, 5),
            List.of(1, 2, 3));
    assertThat(two.of(0)).isEqualTo("row 2 of a.jsonl");
    assertThat(two.of(2)).isEqualTo("row 3 of b.csv");
  }
}
