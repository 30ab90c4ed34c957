package org.deltaworks.ui.home;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** Three sentences for somebody who has trained nothing yet. */
final class HowItWorks extends HBox {
  HowItWorks() {
    super(Layout.BETWEEN);
    getChildren()
        .addAll(
            step(
                Feather.FILE_TEXT,
                "1  Bring examples",
                "A file with questions and answers, conversations or plain text. A few hundred"
                    + " lines are enough to begin."),
            step(
                Feather.ACTIVITY,
                "2  Watch it learn",
                "A falling curve means it learns. Pause when you like, close the window, come back"
                    + " later."),
            step(
                Feather.MESSAGE_SQUARE,
                "3  Try the difference",
                "Ask the model before and after, side by side. What it learnt is one small file:"
                    + " the adapter."));
  }

  private static Node step(Feather picture, String heading, String sentence) {
    VBox card = Layout.card(Icons.large(picture), Words.heading(heading), Words.muted(sentence));
    card.getStyleClass().add("home-step");
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(320);
    card.setMinWidth(0);
    return card;
  }
}
