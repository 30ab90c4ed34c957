package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EchoTest {
  private static int[] different(int length) {
    return IntStream.range(100, 100 + length).toArray();
  }

  @Property(tries = 200)
  void aRowKeepsItsLengthAndEveryTokenOfItsEchoWasReadBefore(
      @ForAll @IntRange(max = 512) int length, @ForAll @LongRange(max = 999) long row) {
    int[] ids = different(length);
    int[] echoed = Echo.fading(row).of(ids, row);
    assertThat(echoed).hasSize(length);
    Set<Integer> read = new HashSet<>();
    int next = 100;
    for (int id : echoed) {
      assertThat(read.contains(id) || id == next).isTrue();
      next += read.add(id) ? 1 : 0;
    }
  }

  @Test
  void longRowsOfTheBeginningSayThingsTwice() {
    int[] echoed = Echo.fading(1).of(different(512), 0);
    assertThat(Arrays.stream(echoed).distinct().count()).isBetween(256L, 400L);
  }

  @Test
  void thereIsLessAndLessOfIt() {
    Echo echo = Echo.fading(1);
    assertThat(echo.share(0)).isEqualTo(1);
    assertThat(echo.share(1_000)).isEqualTo(0.6);
    assertThat(echo.share(2_000)).isBetween(0.15, 0.6);
    assertThat(echo.share(90_000)).isCloseTo(0.15, within(1e-9));
  }

  @Test
  void textToTestOnHasNone() {
    for (long row = 0; row < 50; row++) {
      assertThat(Echo.none().of(different(100), row)).isEqualTo(different(100));
    }
  }
}
