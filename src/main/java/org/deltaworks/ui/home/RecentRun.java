package org.deltaworks.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.Sparkline;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.SeriesStyle;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunDot;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.StateBadge;

/** A run as one line that stays while the run goes on, so that it keeps the focus. */
final class RecentRun extends HBox {
  private final StateBadge state;
  private final Label loss = Words.body("");
  private final Sparkline curve;
  private Run run;

  RecentRun(Run run, List<Double> values) {
    super(Layout.INSIDE);
    this.run = run;
    this.state = new StateBadge(run.state());
    this.curve = new Sparkline(64, 18, SeriesStyle.of(run.id()));
    setAlignment(Pos.CENTER_LEFT);
    loss.getStyleClass().add("dw-number");
    loss.setMinWidth(44);
    getChildren().addAll(new RunDot(run.id()), RecentCards.name(run.name()), state, loss, curve);
    show(run, values);
  }

  Run run() {
    return run;
  }

  String name() {
    return run.name();
  }

  void show(Run now, List<Double> values) {
    run = now;
    state.setState(now.state());
    loss.setText(RunWords.loss(now).map(Figures::loss).orElse(""));
    curve.setValues(values);
  }
}
