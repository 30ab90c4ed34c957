package org.deltaworks.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MemoryEstimate;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.junit.jupiter.api.Test;

/** What is said of a machine that has enough, and of one that has not. */
class PromiseTest {
  private static final long MB = 1 << 20;

  /** 700 MB of memory and 50 MB of disk. */
  private static Promise on(long freeMemory, long freeDisk, boolean recompute) {
    MemoryEstimate memory =
        new MemoryEstimate(100 * MB, 10 * MB, 10 * MB, 20 * MB, 250 * MB, 50 * MB, 260 * MB);
    Estimate estimate = new Estimate(1000, 4000, memory, 12, 50 * MB, recompute);
    TrainingPlan plan =
        TrainingDraft.empty()
            .with(Setting.MODEL, "polder")
            .with(Setting.DATA, "rows.jsonl")
            .with(Setting.BATCH_SIZE, "8")
            .with(Setting.RANK, "8")
            .toPlan()
            .orThrow();
    return Promise.of(estimate, plan, freeMemory, freeDisk);
  }

  @Test
  void whatFitsNeedsNoRemedy() {
    Promise promise = on(700 * MB, 50 * MB, false);
    assertThat(promise.fits()).isTrue();
    assertThat(promise.remedies()).isEmpty();
    assertThat(promise.verdict()).contains("fit", "700 MB");
  }

  @Test
  void whatDoesNotFitComesWithChangesThatCostLeastFirst() {
    Promise promise = on(699 * MB, 50 * MB, false);
    assertThat(promise.fitsMemory()).isFalse();
    assertThat(promise.remedies())
        .extracting(Promise.Remedy::words)
        .containsExactly(
            "Read 4 rows at a time, 2 times a step",
            "Compute blocks twice instead of keeping them",
            "Cut rows after 256 tokens",
            "Lower the rank to 4");
    assertThat(promise.remedies().getFirst().draft().text(Setting.ACCUMULATE)).isEqualTo("2");
  }

  @Test
  void whatIsDoneAlreadyIsNotAdvised() {
    assertThat(on(600 * MB, 50 * MB, true).remedies())
        .extracting(Promise.Remedy::words)
        .doesNotContain("Compute blocks twice instead of keeping them");
  }

  @Test
  void tellsAShortDiskApart() {
    Promise promise = on(700 * MB, 49 * MB, false);
    assertThat(promise.fits()).isFalse();
    assertThat(promise.fitsMemory()).isTrue();
    assertThat(promise.verdict()).contains("disk", "50 MB", "49 MB");
  }
}
