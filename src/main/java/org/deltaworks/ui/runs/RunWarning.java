package org.deltaworks.ui.runs;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** What a run that goes on warns of, in one line above its figures; takes no room otherwise. */
final class RunWarning extends HBox {
  private final Label words = Words.body("");

  RunWarning(ObservableValue<Optional<Run.LogLine>> warning) {
    super(Layout.INSIDE);
    getStyleClass().add("run-warning");
    setAlignment(Pos.TOP_LEFT);
    words.getStyleClass().add("dw-warning-text");
    words.setMinWidth(0);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), Layout.growWide(words));
    warning.addListener((property, old, now) -> show(now));
    show(warning.getValue());
  }

  private void show(Optional<Run.LogLine> warning) {
    warning.map(RunWarning::sentence).ifPresent(words::setText);
    setVisible(warning.isPresent());
    setManaged(warning.isPresent());
  }

  private static String sentence(Run.LogLine line) {
    return Figures.clock(line.at()) + "   " + line.message().substring(Noted.WARNING.length());
  }
}
