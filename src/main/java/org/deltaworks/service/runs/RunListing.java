package org.deltaworks.service.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * The list of all runs, kept between two looks: of thousands of runs only those are read that are
 * new, have changed, or go on.
 */
final class RunListing {
  private final RunStore store;
  private final DeadRuns dead;
  private final ReentrantLock looking = new ReentrantLock();
  private List<Run> seen = List.of();

  RunListing(RunStore store, DeadRuns dead) {
    this.store = store;
    this.dead = dead;
  }

  /** All runs, newest first; the same list as the last time where nothing has changed. */
  List<Run> look() {
    looking.lock();
    try {
      List<Run> now = (seen.isEmpty() ? store.list() : again()).stream().map(dead::settle).toList();
      if (!now.equals(seen)) {
        seen = now;
      }
      return seen;
    } finally {
      looking.unlock();
    }
  }

  private List<Run> again() {
    List<Run.Standing> standings = store.standings();
    Map<Long, Run> known = new HashMap<>();
    seen.forEach(run -> known.put(run.id(), run));
    List<Long> changed =
        standings.stream()
            .filter(s -> !s.state().atRest() || !stands(known.get(s.id()), s))
            .map(Run.Standing::id)
            .toList();
    known.putAll(store.get(changed));
    List<Run> runs = new ArrayList<>(standings.size());
    for (Run.Standing standing : standings) {
      Run run = known.get(standing.id());
      if (run != null) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static boolean stands(@Nullable Run run, Run.Standing now) {
    return run != null && run.standing().equals(now);
  }
}
