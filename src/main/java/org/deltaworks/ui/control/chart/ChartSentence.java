package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.ui.fx.Figures;

/** Says in a sentence what a chart shows: first, last, best. */
final class ChartSentence {
  private ChartSentence() {}

  static String of(ChartModel model) {
    List<String> sentences = new ArrayList<>();
    for (ChartSeries one : model.drawn()) {
      if (one.steps().size() > 0) {
        sentences.add(one.name() + ": " + sentence(one.steps()));
      }
      if (one.evaluations().size() > 0) {
        sentences.add(
            (model.series.size() == 1 ? "Held out" : one.name() + ", held out")
                + ": "
                + sentence(one.evaluations()));
      }
    }
    return sentences.isEmpty() ? "No steps yet." : String.join(" ", sentences);
  }

  private static String sentence(Curve curve) {
    int last = curve.size() - 1;
    int best = curve.lowest();
    String way =
        "from %s at step %s to %s at step %s"
            .formatted(
                Figures.loss(curve.y(0)),
                Figures.exact(Math.round(curve.x(0))),
                Figures.loss(curve.y(last)),
                Figures.exact(Math.round(curve.x(last))));
    if (best < 0 || best == last) {
      return way + ".";
    }
    return "%s; lowest %s at step %s."
        .formatted(way, Figures.loss(curve.y(best)), Figures.exact(Math.round(curve.x(best))));
  }
}
