package org.deltaworks.ui.training;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** The first question: which model to start from. */
final class ModelSection extends VBox {
  private final TrainingViewModel model;
  private final FlowPane cards = new FlowPane(Layout.INSIDE, Layout.INSIDE);
  private final Button add;
  private final ToggleGroup group = new ToggleGroup();

  ModelSection(TrainingViewModel model, FilePicker picker) {
    super(Layout.INSIDE);
    this.model = model;
    getStyleClass().addAll("dw-card", "question");
    cards.setPrefWrapLength(200);
    add =
        Buttons.flat(
            "",
            () ->
                picker
                    .folder(getScene().getWindow(), "Folder of a model")
                    .ifPresent(model::addModel));
    getChildren()
        .addAll(
            Words.heading("1  Start from"),
            cards,
            busy(model),
            new FieldProblem(model.form().field(Setting.MODEL), model.triedProperty()));
    model.models().addListener((ListChangeListener<ModelOption>) change -> fill());
    model
        .form()
        .draftProperty()
        .addListener((property, old, now) -> select(now.text(Setting.MODEL)));
    fill();
  }

  private static Node busy(TrainingViewModel model) {
    Label reading = Words.caption("Reading the model…");
    return Layout.shown(reading, model.readingModelProperty());
  }

  private void fill() {
    cards.getChildren().setAll(model.models().stream().map(this::card).toList());
    add.setText(model.models().isEmpty() ? "Add a model…" : "+ another model…");
    cards.getChildren().add(add);
    select(model.form().draftProperty().get().text(Setting.MODEL));
  }

  private Node card(ModelOption option) {
    RadioButton card = new RadioButton(option.name() + "\n" + option.detail());
    card.setToggleGroup(group);
    card.setUserData(option.name());
    card.getStyleClass().add("choice-card");
    card.setOnAction(event -> model.chooseModel(option.name()));
    return card;
  }

  private void select(String name) {
    List<Node> all = cards.getChildren();
    for (Node node : all) {
      if (node instanceof RadioButton card) {
        card.setSelected(name.equals(card.getUserData()));
      }
    }
  }
}
