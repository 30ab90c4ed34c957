package org.deltaworks.ui.home;

import java.util.List;
import java.util.Map;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.training.Run;

/**
 * What the first screen shows.
 *
 * @param models how many bases there are
 * @param adapters how many adapters there are
 * @param adapterBytes their size together
 * @param runs how many runs there are
 * @param recentRuns the newest runs
 * @param curves a few points of their losses, by key; absent without a step
 * @param recentAdapters the newest adapters
 * @param demos ready-made tasks and how they stand
 * @param training whether anything is being trained now
 */
record HomeSnapshot(
    int models,
    int adapters,
    long adapterBytes,
    int runs,
    List<Run> recentRuns,
    Map<Long, List<Double>> curves,
    List<Adapter> recentAdapters,
    List<DemoOffer> demos,
    boolean training) {
  /** How many runs and adapters are recent. */
  static final int RECENT = 5;

  /** The same with other runs. */
  HomeSnapshot with(List<Run> all, Map<Long, List<Double>> newCurves) {
    return new HomeSnapshot(
        models,
        adapters,
        adapterBytes,
        all.size(),
        all.stream().limit(RECENT).toList(),
        newCurves,
        recentAdapters,
        demos.stream().map(offer -> offer.with(all)).toList(),
        busy(all));
  }

  /** Whether one of these is being trained. */
  static boolean busy(List<Run> runs) {
    return runs.stream().anyMatch(run -> !run.state().atRest());
  }

  /** Nobody has trained anything here yet. */
  boolean fresh() {
    return runs == 0 && adapters == 0;
  }
}
