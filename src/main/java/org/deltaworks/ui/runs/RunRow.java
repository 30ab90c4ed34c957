package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.live.RunWords;

/**
 * A run in the list. Words are made when a cell asks for them: of thousands of rows a screenful is
 * looked at.
 */
record RunRow(Run run) {
  long id() {
    return run.id();
  }

  String name() {
    return run.name();
  }

  RunState state() {
    return run.state();
  }

  String model() {
    return run.model();
  }

  /** In words. */
  String progress() {
    return RunWords.progress(run);
  }

  /** Done, -1 while unknown. */
  double share() {
    return RunWords.share(run);
  }

  /** Of the last step. */
  Optional<Double> loss() {
    return run.progress().loss();
  }

  /** Last loss on held-out rows. */
  Optional<Double> heldOut() {
    return run.progress().evaluationLoss();
  }

  long trainable() {
    return run.facts().trainable();
  }

  Instant created() {
    return run.created();
  }
}
