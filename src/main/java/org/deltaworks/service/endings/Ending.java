package org.deltaworks.service.endings;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.training.SweepOverview;

/**
 * Trainings that have ended and are told of together.
 *
 * @param runs finished or failed, in the order in which they ended; at least one
 * @param sweep how the sweep stands that all of them belong to, if there is one
 */
public record Ending(List<Run> runs, Optional<SweepOverview> sweep) {
  public Ending {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("nothing has ended");
    }
  }

  /** How many of them failed. */
  public long failed() {
    return runs.stream().filter(run -> run.state() == RunState.FAILED).count();
  }
}
