package org.deltaworks.service.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Sweep;

/**
 * How a sweep stands.
 *
 * @param points its runs, in the order in which they were asked for
 */
public record SweepOverview(Sweep sweep, List<Point> points) {
  public SweepOverview {
    points = List.copyOf(points);
  }

  /**
   * One run of a sweep.
   *
   * @param metric its value by the sweep's metric, while it has one
   * @param seconds what its steps took so far
   */
  public record Point(Run run, OptionalDouble metric, double seconds) {
    /** The value of a setting that varies. */
    public String value(Setting setting) {
      return run.draft().text(setting);
    }
  }

  /**
   * The best so far; of equals the one that trains fewer numbers. One that failed leaves nothing
   * that one could use, and is none.
   */
  public Optional<Point> best() {
    return points.stream()
        .filter(point -> point.metric().isPresent())
        .filter(point -> point.run().state() != RunState.FAILED)
        .min(
            Comparator.comparingDouble((Point point) -> point.metric().getAsDouble())
                .thenComparingLong(point -> point.run().facts().trainable()));
  }

  /** How many of its runs are in this state. */
  public long count(RunState state) {
    return points.stream().filter(point -> point.run().state() == state).count();
  }

  /** How many of its runs have come to an end; one that is paused has not. */
  public long ended() {
    return points.stream()
        .map(point -> point.run().state())
        .filter(state -> state.atRest() && state != RunState.PAUSED)
        .count();
  }

  /** Whether all of its runs have come to an end. */
  public boolean over() {
    return ended() == points.size();
  }
}
