package org.deltaworks.ui.models;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.ShelfFrame;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Models: a card for each, and a folder more. */
public final class ModelsView implements Screen {
  private static final ShelfFrame.Speech SPEECH =
      new ShelfFrame.Speech(
          "Models",
          "folder",
          Feather.BOX,
          "No models yet",
          "A model is what you start from. Download one as a folder in the Hugging Face layout,"
              + " then add the folder here.");

  private final ModelsViewModel model;
  private final FilePicker picker;
  private final FlowPane cards = new FlowPane(Layout.BETWEEN, Layout.BETWEEN);
  private final ShelfFrame root;

  /** A view of this view model. */
  public ModelsView(ModelsViewModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    ScrollPane scroll = Layout.scrolling(cards);
    root =
        new ShelfFrame(
            SPEECH,
            new ShelfFrame.Wiring<>(
                model.contentProperty(),
                model.addingProperty(),
                model.addProblemProperty(),
                this::choose,
                model::refresh,
                model::forgetProblem),
            scroll);
    root.getStyleClass().add("models");
    root.getStylesheets().add(Theme.sheet(ModelsView.class, "models.css"));
    model.contentProperty().addListener((property, old, now) -> show(now));
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.refresh();
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
}
