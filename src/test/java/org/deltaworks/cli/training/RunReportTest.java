package org.deltaworks.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.training.Run.StepPoint;
import org.junit.jupiter.api.Test;

class RunReportTest {
  private static List<StepPoint> steps(double... tokensPerSecond) {
    List<StepPoint> steps = new ArrayList<>();
    for (double speed : tokensPerSecond) {
      steps.add(
          new StepPoint(steps.size() + 1, 2, 1, 1e-4, (long) (speed * 2), 10, 2, Instant.EPOCH));
    }
    return steps;
  }

  @Test
  void theFirstTwoStepsAreLeftOutOfTheSpeed() {
    assertThat(RunReport.medianSpeed(steps(1, 2, 100, 300, 200))).hasValue(200);
    assertThat(RunReport.medianSpeed(steps(1, 2, 100, 300))).hasValue(200);
  }

  @Test
  void aRunOfOneOrTwoStepsStillHasASpeed() {
    assertThat(RunReport.medianSpeed(steps(50))).hasValue(50);
    assertThat(RunReport.medianSpeed(List.of())).isEmpty();
  }
}
