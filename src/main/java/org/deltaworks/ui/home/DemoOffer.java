package org.deltaworks.ui.home;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.training.Run;

/**
 * A demo and how it stands here.
 *
 * @param last its newest run, if it was ever started
 */
record DemoOffer(Demo demo, Optional<Run> last) {
  /** Every demo with its newest run; the runs come newest first. */
  static List<DemoOffer> of(List<Demo> demos, List<Run> runs) {
    return demos.stream()
        .map(demo -> new DemoOffer(demo, runs.stream().filter(demo::isPlain).findFirst()))
        .toList();
  }

  /** The same demo beside newer runs. */
  DemoOffer with(List<Run> runs) {
    return new DemoOffer(demo, runs.stream().filter(demo::isPlain).findFirst());
  }
}
