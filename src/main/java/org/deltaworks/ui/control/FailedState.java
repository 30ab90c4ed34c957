package org.deltaworks.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** A problem shown where it belongs: what happened and why, then what to do now. */
public final class FailedState extends HBox {
  /**
   * Shows a problem.
   *
   * @param remedies buttons that do what the remedy says
   */
  public FailedState(Problem problem, Node... remedies) {
    super(Layout.INSIDE);
    getStyleClass().add("dw-failed");
    setAlignment(Pos.TOP_LEFT);
    VBox text =
        Layout.column(Layout.TIGHT, Words.body(problem.message()), Words.muted(problem.remedy()));
    if (remedies.length > 0) {
      HBox row = Layout.row(remedies);
      row.getStyleClass().add("dw-failed-actions");
      text.getChildren().add(row);
    }
    text.setMinWidth(0);
    getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), Layout.growWide(text));
  }
}
