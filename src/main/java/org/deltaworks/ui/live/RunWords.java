package org.deltaworks.ui.live;

import java.time.Duration;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.fx.Figures;

/** How runs are told in words, the same on every screen. */
public final class RunWords {
  private RunWords() {}

  /** The state, for people. */
  public static String state(RunState state) {
    return switch (state) {
      case QUEUED -> "Waiting";
      case RUNNING -> "Training";
      case PAUSED -> "Paused";
      case STOPPED -> "Stopped";
      case FAILED -> "Failed";
      case FINISHED -> "Finished";
    };
  }

  /** {@code step 180 of 400}; a dash while there is nothing to tell. */
  public static String progress(Run run) {
    int step = run.progress().step();
    return run.stepsAhead()
        .map(all -> "step %s of %s".formatted(Figures.exact(step), Figures.exact(all)))
        .orElse(step == 0 ? "–" : "step " + Figures.exact(step));
  }

  /** {@code step 180 of 400 · 1 min 50 s left}. */
  public static String progress(Run run, Optional<Duration> left) {
    if (run.state() == RunState.QUEUED) {
      return "waiting to start";
    }
    String words = progress(run);
    return run.state() == RunState.RUNNING && left.isPresent()
        ? words + " · " + Figures.duration(left.get()) + " left"
        : words;
  }

  /** Done steps as a share of the planned ones; -1 while nobody can say. */
  public static double share(Run run) {
    if (run.state() == RunState.FINISHED) {
      return 1;
    }
    return run.plannedSteps() > 0 ? run.progress().step() / (double) run.plannedSteps() : -1;
  }

  /** The loss that tells most: on held-out rows where there is one, else the last step's. */
  public static Optional<Double> loss(Run run) {
    return run.progress().evaluationLoss().or(() -> run.progress().loss());
  }
}
