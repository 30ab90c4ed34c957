package org.deltaworks.ui.playground;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;

/** How the next word is chosen, folded away. */
final class SamplingPane extends TitledPane {
  private static final double FIELD = 104;

  SamplingPane(SamplingForm form) {
    getStyleClass().addAll("dense", "more");
    setText("More (how words are chosen)");
    setAnimated(false);
    setExpanded(false);
    CheckBox likeliest = new CheckBox("Always the likeliest word");
    likeliest.selectedProperty().bindBidirectional(form.likeliestProperty());
    ObservableValue<Boolean> drawn = form.likeliestProperty().not();
    FlowPane fields = new FlowPane(Layout.BETWEEN, Layout.INSIDE);
    fields
        .getChildren()
        .addAll(
            field(
                "Longest answer",
                "Most tokens of an answer; a token is about three quarters of a word.",
                form.tokensProperty(),
                null),
            field(
                "Daring",
                "Temperature: 0 always takes the likeliest word, 1 draws as the model believes,"
                    + " more is wilder.",
                form.temperatureProperty(),
                drawn),
            field(
                "Keep share",
                "Top-p: only the likeliest words that make up this share are drawn from. 1 keeps"
                    + " all.",
                form.topPProperty(),
                drawn),
            field(
                "Keep words",
                "Top-k: only so many of the likeliest words are drawn from. 0 keeps all.",
                form.topKProperty(),
                drawn),
            field(
                "Hold back repeats",
                "Above 1, words that were said already become less likely.",
                form.penaltyProperty(),
                null),
            field(
                "Seed", "The same seed gives the same answer again.", form.seedProperty(), drawn));
    setContent(Layout.column(likeliest, fields));
  }

  private static Node field(
      String word,
      String help,
      StringProperty typed,
      @org.jspecify.annotations.Nullable ObservableValue<Boolean> usable) {
    TextField field = new TextField();
    field.setPrefWidth(FIELD);
    field.setAccessibleText(word);
    field.textProperty().bindBidirectional(typed);
    Node column = Layout.column(Layout.TIGHT, HelpMark.explained(word, help), field);
    if (usable != null) {
      field
          .disableProperty()
          .bind(
              javafx.beans.binding.Bindings.createBooleanBinding(() -> !usable.getValue(), usable));
    }
    return column;
  }
}
