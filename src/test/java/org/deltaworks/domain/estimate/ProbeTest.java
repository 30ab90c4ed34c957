package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What one batch that was tried says of a machine. */
class ProbeTest {
  private static final MachineSpeed EXPECTED = new MachineSpeed(1e9, 0.01, 3);

  @Test
  void aMachineThatIsAsFastAsExpectedStaysAsItWas() {
    // 2e9 operations take two seconds, 50 blocks half a second
    MachineSpeed seen = EXPECTED.corrected(new Probe(2e9, 50, 2.5));
    assertThat(seen.operations()).isCloseTo(1e9, within(1.0));
    assertThat(seen.blockSeconds()).isCloseTo(0.01, within(1e-9));
    assertThat(seen.startSeconds()).isEqualTo(3);
  }

  @Test
  void aMachineThatIsThreeTimesAsSlowIsSlowInEverything() {
    MachineSpeed seen = EXPECTED.corrected(new Probe(2e9, 50, 7.5));
    assertThat(seen.operations()).isCloseTo(1e9 / 3, within(1.0));
    assertThat(seen.blockSeconds()).isCloseTo(0.03, within(1e-9));
    assertThat(new Probe(2e9, 50, 7.5).times(seen)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aShortRunIsNotWorthABatchMore() {
    assertThat(Probe.worthIt(19)).isFalse();
    assertThat(Probe.worthIt(20)).isTrue();
  }
}
