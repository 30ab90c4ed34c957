package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.List;

/**
 * Runs that differ in a few settings only, to find out which values serve best.
 *
 * @param id key in the catalog
 * @param name unique name
 * @param varied settings that differ between its runs
 * @param metric what tells which of them is best
 * @param created when it was asked for
 * @param runs keys of its runs, in the order in which they were asked for
 */
public record Sweep(
    long id,
    String name,
    List<Setting> varied,
    SweepMetric metric,
    Instant created,
    List<Long> runs) {
  public Sweep {
    varied = List.copyOf(varied);
    runs = List.copyOf(runs);
  }
}
