package org.deltaworks.service.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.training.Run;
import org.junit.jupiter.api.Test;

class BeforeTheClimbTest {
  private static List<Run.EvaluationPoint> tests(double... losses) {
    List<Run.EvaluationPoint> tests = new ArrayList<>();
    for (double loss : losses) {
      tests.add(new Run.EvaluationPoint(10 * tests.size(), loss, Instant.EPOCH));
    }
    return tests;
  }

  private static List<Run.Checkpoint> saved(int... steps) {
    return IntStream.of(steps)
        .mapToObj(step -> new Run.Checkpoint(step, "step-" + step, Instant.EPOCH))
        .toList();
  }

  @Test
  void itIsTheNewestThatIsNotAfterTheBestTest() {
    BeforeTheClimb before =
        BeforeTheClimb.find(tests(4, 2, 1, 3, 9), saved(15, 18, 36)).orElseThrow();
    assertThat(before.checkpoint().step()).isEqualTo(18);
    assertThat(before.best()).isEqualTo(1);
    assertThat(before.last()).isEqualTo(9);
  }

  @Test
  void aLossThatRoseByLittleHasNotClimbed() {
    assertThat(BeforeTheClimb.find(tests(4, 1, 1.9), saved(10, 20))).isEmpty();
    assertThat(BeforeTheClimb.find(tests(9, 4, 5.5), saved(10, 20))).isEmpty();
    assertThat(BeforeTheClimb.find(tests(9, 4, 6.5), saved(10, 20))).isPresent();
  }

  @Test
  void theUntouchedBaseIsNoStateToGoBackTo() {
    assertThat(BeforeTheClimb.find(tests(1, 9, 9), saved(10, 20))).isEmpty();
    assertThat(BeforeTheClimb.find(tests(1), saved(10))).isEmpty();
    assertThat(BeforeTheClimb.find(List.of(), saved(10))).isEmpty();
  }

  @Test
  void whereNothingIsLeftFromBeforeTheLastFiniteOneHasToDo() {
    assertThat(BeforeTheClimb.find(tests(4, 1, 9), saved(20))).isEmpty();
  }
}
