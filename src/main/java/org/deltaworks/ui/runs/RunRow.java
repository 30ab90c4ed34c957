package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.live.RunWords;

/**
 * A run in the list.
 *
 * @param progress in words
 * @param share done, -1 while unknown
 * @param loss of the last step
 * @param heldOut last loss on held-out rows
 */
record RunRow(
    long id,
    String name,
    RunState state,
    String model,
    String progress,
    double share,
    Optional<Double> loss,
    Optional<Double> heldOut,
    long trainable,
    Instant created,
    Optional<String> result) {

  static RunRow of(Run run) {
    return new RunRow(
        run.id(),
        run.name(),
        run.state(),
        run.model(),
        RunWords.progress(run),
        RunWords.share(run),
        run.progress().loss(),
        run.progress().evaluationLoss(),
        run.facts().trainable(),
        run.created(),
        run.result());
  }
}
