package org.deltaworks.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MemoryEstimate;
import org.junit.jupiter.api.Test;

/** What is said of a machine that has enough, and of one that has not. */
class PromiseTest {
  private static final long MB = 1 << 20;

  private static Estimate taking(long memory, long disk) {
    return new Estimate(1000, 4000, new MemoryEstimate(0, 0, 0, 0, 0, 0, memory), 12, disk, false);
  }

  /** 700 MB of memory and 50 MB of disk. */
  private static Promise on(long freeMemory, long freeDisk) {
    return new Promise(taking(700 * MB, 50 * MB), freeMemory, freeDisk, List.of());
  }

  @Test
  void whatFitsIsSaidToFit() {
    Promise promise = on(700 * MB, 50 * MB);
    assertThat(promise.fits()).isTrue();
    assertThat(promise.verdict()).contains("fit", "700 MB");
    assertThat(on(699 * MB, 50 * MB).fitsMemory()).isFalse();
  }

  @Test
  void itIsTightWhereATenthMoreWouldNotFit() {
    assertThat(on(769 * MB, 50 * MB).isTight()).isTrue();
    assertThat(on(771 * MB, 50 * MB).isTight()).isFalse();
    assertThat(on(699 * MB, 50 * MB).isTight()).as("it does not fit at all").isFalse();
  }

  @Test
  void onlyAChangeOfWhatIsShortHelps() {
    Promise memory = on(600 * MB, 50 * MB);
    assertThat(memory.isHelpedBy(taking(650 * MB, 50 * MB))).isTrue();
    assertThat(memory.isHelpedBy(taking(699 * MB, 50 * MB))).as("hardly less").isFalse();
    assertThat(memory.isHelpedBy(taking(700 * MB, 20 * MB))).as("less disk").isFalse();
    assertThat(on(700 * MB, 40 * MB).isHelpedBy(taking(700 * MB, 45 * MB))).isTrue();
  }

  @Test
  void tellsAShortDiskApart() {
    Promise promise = on(700 * MB, 49 * MB);
    assertThat(promise.fits()).isFalse();
    assertThat(promise.fitsMemory()).isTrue();
    assertThat(promise.verdict()).contains("disk", "50 MB", "49 MB");
  }

  @Test
  void sizesKeepTheFiguresThatMatter() {
    assertThat(Promise.size(419_430)).isEqualTo("0.4 MB");
    assertThat(Promise.size(12 * MB)).isEqualTo("12 MB");
    assertThat(Promise.size(1536 * MB)).isEqualTo("1.5 GB");
  }
}
