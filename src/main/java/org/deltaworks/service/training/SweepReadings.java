package org.deltaworks.service.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.service.runs.RunService;

/**
 * What the runs of sweeps have reached. Of fifty runs that are looked at again and again only those
 * are read that have changed, and of their curves only what is new.
 */
final class SweepReadings {
  private final RunService runs;
  private final Map<Long, Reading> known = new HashMap<>();

  /**
   * One run as it was last seen.
   *
   * @param lastStep up to where its steps are counted
   * @param seconds what these took
   */
  private record Reading(Run run, int lastStep, double seconds, OptionalDouble metric) {}

  SweepReadings(RunService runs) {
    this.runs = runs;
  }

  synchronized SweepOverview.Point point(SweepMetric metric, Run run) {
    Reading before = known.getOrDefault(run.id(), new Reading(run, 0, 0, OptionalDouble.empty()));
    if (!known.containsKey(run.id()) || !before.run().equals(run)) {
      before = read(metric, run, before);
      known.put(run.id(), before);
    }
    return new SweepOverview.Point(run, before.metric(), before.seconds());
  }

  /** Forgets what it knows of runs that are no longer there. */
  synchronized void keepOnly(Set<Long> there) {
    known.keySet().retainAll(there);
  }

  /** Of how many runs it knows something. */
  synchronized int size() {
    return known.size();
  }

  private Reading read(SweepMetric metric, Run run, Reading before) {
    // A run that goes on from a checkpoint does some steps once more.
    boolean back = run.progress().step() < before.lastStep();
    int from = back ? 0 : before.lastStep();
    Run.History newer = runs.history(run.id(), from);
    List<Run.StepPoint> steps = newer.steps();
    double seconds = steps.stream().mapToDouble(Run.StepPoint::seconds).sum();
    return new Reading(
        run,
        steps.isEmpty() ? from : steps.getLast().step(),
        (back ? 0 : before.seconds()) + seconds,
        metric.of(run, newer));
  }
}
