package org.deltaworks.ui.training;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.deltaworks.ui.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** New training: three questions on the left; what the answers mean, live, on the right. */
public final class TrainingView implements Screen {
  private static final FilePicker.Kind RECIPE = new FilePicker.Kind("Recipe", List.of("*.json"));

  private static final double NARROW = 900;
  private static final double LEAST_LEFT = 200;
  private static final double LEAST_RIGHT = 320;
  private static final double MOST_RIGHT = 380;

  private final TrainingViewModel model;
  private final FilePicker picker;
  private final Notices notices;
  private final VBox form;
  private final SeveralSheet several;
  private final StackPane root;

  /** A view of this view model. */
  public TrainingView(TrainingViewModel model, FilePicker picker, Notices notices) {
    this.model = model;
    this.picker = picker;
    this.notices = notices;
    VBox questions =
        Layout.column(
            Layout.BETWEEN,
            new ModelSection(model, picker),
            new DataSection(model, picker),
            new HowSection(model.form(), picker));
    questions.getStyleClass().add("questions");
    ScrollPane left = Layout.scrolling(questions);
    left.setFitToHeight(false);
    left.setPrefWidth(LEAST_LEFT);
    Region right = meaning();
    HBox halves = new HBox(Layout.BETWEEN, Layout.grow(left), right);
    right
        .prefWidthProperty()
        .bind(halves.widthProperty().map(w -> w.doubleValue() < NARROW ? LEAST_RIGHT : MOST_RIGHT));
    form = Layout.column(Layout.BETWEEN, header(), Layout.grow(halves));
    form.getStyleClass().addAll("training");
    several = new SeveralSheet(model.several());
    root = new StackPane(form, several);
    root.setMinSize(0, 0);
    keepFocusInSheet();
    root.getStylesheets().add(Theme.sheet(TrainingView.class, "training.css"));
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    if (place instanceof Place.NewTraining(var draft)) {
      model.show(draft);
    }
  }

  private Node header() {
    return Layout.row(
        Words.title("New training"),
        Layout.spacer(),
        Buttons.flat("Load recipe…", this::loadRecipe),
        Buttons.flat("Save recipe…", this::saveRecipe),
        Buttons.flat("Copy as command", () -> model.recipe().command(this::copy)));
  }

  private Region meaning() {
    Button train = Buttons.main("Train", model::train);
    train.setGraphic(org.deltaworks.ui.control.Icons.of(Feather.PLAY));
    train.setId("train");
    train.setMaxWidth(Double.MAX_VALUE);
    train.disableProperty().bind(model.busyProperty());
    Button later = other("Train later", "Waits in the queue until the others have ended");
    later.setOnAction(event -> model.trainLater());
    Button several = other("Try several…", "Trains with several values and shows which does best");
    several.setId("try-several");
    several.setOnAction(event -> model.trySeveral());
    HBox others = Layout.row(Layout.growWide(later), Layout.growWide(several));
    VBox card =
        Layout.card(
            Layout.grow(Layout.scrolling(new MeaningPane(model))),
            new PromiseVerdict(model.promise()),
            Words.muted(model.hintProperty()),
            train,
            others);
    card.getStyleClass().add("meaning-card");
    return card;
  }

  private Button other(String label, String help) {
    Button button = Buttons.flat(label, () -> {});
    button.setTooltip(new Tooltip(help));
    button.setAccessibleHelp(help);
    button.disableProperty().bind(model.busyProperty());
    return button;
  }

  /** While the sheet lies over the form, Tab does not lead under it. */
  private void keepFocusInSheet() {
    ReadOnlyBooleanProperty open = model.several().openProperty();
    open.addListener(
        (property, old, now) -> {
          if (now) {
            several.takeFocus();
          } else {
            form.lookup("#try-several").requestFocus();
          }
        });
    root.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener(
            (property, old, now) -> {
              if (open.get() && isInForm(now)) {
                several.takeFocus();
              }
            });
  }

  private boolean isInForm(@Nullable Node node) {
    @Nullable Node at = node;
    while (at != null && at != form) {
      at = at.getParent();
    }
    return at != null;
  }

  private void saveRecipe() {
    picker
        .target(root.getScene().getWindow(), "Save recipe", model.recipe().name(), List.of(RECIPE))
        .ifPresent(model.recipe()::save);
  }

  private void loadRecipe() {
    picker
        .file(root.getScene().getWindow(), "Load recipe", List.of(RECIPE))
        .ifPresent(model.recipe()::load);
  }

  private void copy(String command) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command));
    notices.tell("Copied. Paste it into a terminal to do the same there.");
  }
}
