package org.deltaworks.ui.models;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Models: a card for each, and a folder more. */
public final class ModelsView implements Screen {
  private final ModelsViewModel model;
  private final FilePicker picker;
  private final FlowPane cards = new FlowPane(Layout.BETWEEN, Layout.BETWEEN);
  private final VBox problem = Layout.column();
  private final VBox root;

  /** A view of this view model. */
  public ModelsView(ModelsViewModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    ScrollPane scroll = Layout.scrolling(cards);
    ContentPane<List<ModelCard>> pane =
        new ContentPane<>(
            model.contentProperty(), scroll, List::isEmpty, this::empty, model::refresh);
    root = Layout.column(Layout.BETWEEN, header(), problem, Layout.grow(pane));
    root.getStyleClass().addAll("models", "screen");
    root.getStylesheets().add(Theme.sheet(ModelsView.class, "models.css"));
    model.contentProperty().addListener((property, old, now) -> show(now));
    model.addProblemProperty().addListener((property, old, now) -> showProblem(now));
    showProblem(model.addProblemProperty().get());
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.refresh();
  }

  private Node header() {
    Button add = Buttons.main("Add a folder…", this::choose);
    add.disableProperty().bind(model.addingProperty());
    add.visibleProperty()
        .bind(
            model.contentProperty().map(c -> c.ready().map(list -> !list.isEmpty()).orElse(false)));
    return Layout.row(
        Words.title("Models"),
        Layout.shown(Words.caption("Reading the folder…"), model.addingProperty()),
        Layout.spacer(),
        add);
  }

  private Node empty() {
    return new EmptyState(
        Feather.BOX,
        "No models yet",
        "A model is what you start from. Download one as a folder in the Hugging Face layout, then"
            + " add the folder here.",
        Buttons.main("Add a folder…", this::choose));
  }

  private void choose() {
    picker.folder(root.getScene().getWindow(), "Folder of a model").ifPresent(model::add);
  }

  private void show(Content<List<ModelCard>> content) {
    content
        .ready()
        .ifPresent(
            all ->
                cards
                    .getChildren()
                    .setAll(all.stream().map(c -> new ModelCardView(model, c)).toList()));
  }

  private void showProblem(Optional<Problem> found) {
    problem.getChildren().clear();
    found.ifPresent(
        p ->
            problem
                .getChildren()
                .add(
                    new FailedState(
                        p,
                        Buttons.plain("Choose another folder…", this::choose),
                        Buttons.flat("Close", model::forgetProblem))));
    problem.setVisible(found.isPresent());
    problem.setManaged(found.isPresent());
  }
}
