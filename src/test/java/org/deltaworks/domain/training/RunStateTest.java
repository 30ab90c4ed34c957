package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of moves, written out a second time. */
class RunStateTest {
  @ParameterizedTest
  @CsvSource({
    // from, queued, running, paused, stopped, failed, finished
    "QUEUED,   no,  yes, no,  yes, yes, no",
    "RUNNING,  no,  no,  yes, yes, yes, yes",
    "PAUSED,   yes, no,  no,  yes, no,  no",
    "STOPPED,  yes, no,  no,  yes, no,  no",
    "FAILED,   yes, no,  no,  yes, no,  no",
    "FINISHED, no,  no,  no,  no,  no,  no"
  })
  void statesMoveByPermission(
      RunState from,
      String queued,
      String running,
      String paused,
      String stopped,
      String failed,
      String finished) {
    assertThat(from.mayBecome(RunState.QUEUED)).isEqualTo(queued.equals("yes"));
    assertThat(from.mayBecome(RunState.RUNNING)).isEqualTo(running.equals("yes"));
    assertThat(from.mayBecome(RunState.PAUSED)).isEqualTo(paused.equals("yes"));
    assertThat(from.mayBecome(RunState.STOPPED)).isEqualTo(stopped.equals("yes"));
    assertThat(from.mayBecome(RunState.FAILED)).isEqualTo(failed.equals("yes"));
    assertThat(from.mayBecome(RunState.FINISHED)).isEqualTo(finished.equals("yes"));
    assertThat(from.atRest()).isEqualTo(from != RunState.QUEUED && from != RunState.RUNNING);
  }

  @Test
  void everyStateIsSaidInASentence() {
    assertThat(RunState.values())
        .extracting(state -> "The run harbour " + state.saying() + ".")
        .contains("The run harbour has failed.", "The run harbour was stopped.")
        .doesNotContain("The run harbour is failed.");
  }
}
