package org.deltaworks.ui.runs;

import java.time.Duration;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.SweepWords;

/**
 * A run of a sweep in its table.
 *
 * @param best whether none does better so far
 */
record SweepPointRow(SweepOverview.Point point, boolean best) {
  long id() {
    return point.run().id();
  }

  String name() {
    return point.run().name();
  }

  RunState state() {
    return point.run().state();
  }

  /** The state in words, and why it failed. */
  String why() {
    return point.run().problem().map(p -> p.line()).orElse(RunWords.state(state()));
  }

  /** The value of a setting that differs, as people read it. */
  String value(Setting setting) {
    return SweepWords.value(setting, point.value(setting));
  }

  /** The same for sorting; not a number where it is none. */
  double number(Setting setting) {
    try {
      return Double.parseDouble(point.value(setting));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** {@code 23 of 40}: steps. */
  String progress() {
    int step = point.run().progress().step();
    return step == 0
        ? ""
        : point
            .run()
            .stepsAhead()
            .map(all -> Figures.exact(step) + " of " + Figures.exact(all))
            .orElse(Figures.exact(step));
  }

  double share() {
    return RunWords.share(point.run());
  }

  /** Not a number while there is none. */
  double metric() {
    return point.metric().orElse(Double.NaN);
  }

  String metricWords() {
    return point.metric().isPresent() ? Figures.loss(metric()) : "";
  }

  String metricExact() {
    return point.metric().isPresent() ? Double.toString(metric()) : "Not known yet.";
  }

  double seconds() {
    return point.seconds() == 0 ? Double.NaN : point.seconds();
  }

  String time() {
    return point.seconds() == 0
        ? ""
        : Figures.duration(Duration.ofMillis(Math.round(point.seconds() * 1000)));
  }
}
