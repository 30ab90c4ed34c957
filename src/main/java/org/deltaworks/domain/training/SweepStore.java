package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sweeps in the catalog; called as {@link RunStore} is. */
public interface SweepStore {
  /**
   * Writes down a sweep together with the runs it still needs, which wait behind all others: all of
   * it or, where a name is taken, nothing.
   *
   * @param first a run that waits already and is its first
   * @param others its other runs
   * @param notBefore when these may start at the earliest
   */
  Sweep create(
      String name,
      List<Setting> varied,
      SweepMetric metric,
      Run first,
      List<RunProposal> others,
      Optional<Instant> notBefore);

  /** All that still have a run, newest first. */
  List<Sweep> list();

  /** One by name. */
  Optional<Sweep> find(String name);
}
