package org.deltaworks.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;

class RunWordsTest {
  private static Run run(RunState state, TrainingDraft draft, int steps, int planned) {
    return new Run(
        1,
        "harbour",
        state,
        draft,
        "polder",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        planned,
        new Run.Progress(steps, Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Run.Facts.UNKNOWN);
  }

  private static String ending(RunState state, int steps, int planned) {
    Run run = run(state, TrainingDraft.empty(), steps, planned);
    Run.History none = new Run.History(List.of(), List.of(), List.of(), List.of());
    return RunWords.ending(new RunReport(run, none)).getFirst();
  }

  @Test
  void theEndIsASentence() {
    assertThat(ending(RunState.FINISHED, 1, 1))
        .isEqualTo("The run harbour is finished after 1 of 1 step.");
    assertThat(ending(RunState.FAILED, 3, 20))
        .isEqualTo("The run harbour has failed after 3 of 20 steps.");
  }

  @Test
  void aRunThatWaitsTellsTheStepsThatWereAskedForOrADash() {
    TrainingDraft passes =
        TrainingDraft.empty().with(Setting.MODEL, "polder").with(Setting.DATA, List.of("a.jsonl"));
    assertThat(RunWords.steps(run(RunState.QUEUED, passes, 0, 0))).isEqualTo("-");
    TrainingDraft steps = passes.with(Setting.STEPS, "40");
    assertThat(RunWords.steps(run(RunState.QUEUED, steps, 0, 0))).isEqualTo("0/40");
    assertThat(RunWords.steps(run(RunState.RUNNING, passes, 3, 25))).isEqualTo("3/25");
  }
}
