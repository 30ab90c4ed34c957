package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.live.SweepWords;

/** A sweep in the list. */
record SweepRow(SweepOverview overview) {
  String name() {
    return overview.sweep().name();
  }

  /** The settings that differ between its runs. */
  String varied() {
    return SweepWords.varied(overview);
  }

  String progress() {
    return "%d of %d".formatted(overview.ended(), overview.points().size());
  }

  double share() {
    return overview.ended() / (double) overview.points().size();
  }

  /** What does best so far. */
  String best() {
    return overview.best().map(best -> SweepWords.settings(overview, best)).orElse("");
  }

  Optional<Double> metric() {
    return overview.best().map(best -> best.metric().getAsDouble());
  }

  Instant created() {
    return overview.sweep().created();
  }
}
