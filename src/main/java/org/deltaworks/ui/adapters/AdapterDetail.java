package org.deltaworks.ui.adapters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One adapter: what to do with it, what a person says of it, and where it comes from. */
final class AdapterDetail extends VBox {
  private static final int SHORT_HASH = 12;

  private final AdaptersViewModel model;
  private final FilePicker picker;
  private final Opener opener;
  private final TextField name = new TextField();
  private final TextField tags = new TextField();
  private final TextArea notes = new TextArea();
  private final Stars stars;
  private final GridPane facts = new GridPane(Layout.BETWEEN, Layout.TIGHT);

  AdapterDetail(AdaptersViewModel model, FilePicker picker, Opener opener) {
    super(Layout.INSIDE);
    this.model = model;
    this.picker = picker;
    this.opener = opener;
    this.stars = new Stars(rating -> annotate());
    getStyleClass().addAll("dw-card", "adapter-detail");
    name.setAccessibleText("Name");
    name.getStyleClass().add("name-field");
    tags.setPromptText("Tags, with commas");
    tags.setAccessibleText("Tags");
    notes.setPromptText("Notes");
    notes.setAccessibleText("Notes");
    notes.setWrapText(true);
    notes.setPrefRowCount(3);
    onLeaving(name, () -> with(row -> model.rename(row, name.getText())));
    onLeaving(tags, this::annotate);
    onLeaving(notes, this::annotate);
    getChildren().addAll(name, stars, buttons(), tags, notes, facts);
    model.selectedProperty().addListener((property, old, now) -> show(now));
    show(model.selectedProperty().get());
  }

  private Node buttons() {
    Button tryIt = Buttons.main("Try it", () -> with(model::tryIt));
    tryIt.setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    MenuItem copy = new MenuItem("As it is (PEFT folder)…");
    copy.setOnAction(event -> export("Folder for the copy", model::export));
    MenuItem merged = new MenuItem("Merged with its base (a model)…");
    merged.setOnAction(event -> export("Folder for the model", model::exportMerged));
    MenuItem goOn = new MenuItem("Train it further");
    goOn.setOnAction(event -> with(model::goOn));
    MenuItem open = new MenuItem("Open its folder");
    open.setOnAction(event -> with(row -> opener.folder(row.adapter().folder())));
    MenuButton save = new MenuButton("Export");
    save.getItems().addAll(copy, merged);
    MenuButton more = new MenuButton("More");
    more.getItems().addAll(goOn, open);
    Button delete =
        Buttons.icon(Feather.TRASH_2, "Delete", () -> with(row -> model.delete(List.of(row))));
    FlowPane line = new FlowPane(Layout.TIGHT, Layout.INSIDE, tryIt, save, more, delete);
    line.setPrefWrapLength(200);
    return line;
  }

  private void export(String title, BiConsumer<AdapterRow, Path> write) {
    with(
        row ->
            picker
                .target(getScene().getWindow(), title, row.name(), List.of())
                .ifPresent(out -> write.accept(row, out)));
  }

  private void with(Consumer<AdapterRow> act) {
    Optional.ofNullable(model.selectedProperty().get()).ifPresent(act);
  }

  private void annotate() {
    with(row -> model.annotate(row, notes.getText(), tags.getText(), stars.rating()));
  }

  /** Keeps what was typed when the person goes elsewhere, or presses Enter in a line. */
  private static void onLeaving(TextInputControl field, Runnable keep) {
    field
        .focusedProperty()
        .addListener(
            (property, old, now) -> {
              if (!now) {
                keep.run();
              }
            });
    if (field instanceof TextField line) {
      line.setOnAction(event -> keep.run());
    }
  }

  private void show(@Nullable AdapterRow row) {
    setVisible(row != null);
    if (row == null) {
      return;
    }
    Adapter adapter = row.adapter();
    name.setText(adapter.name());
    tags.setText(row.tags());
    notes.setText(adapter.notes());
    stars.show(adapter.rating());
    facts.getChildren().clear();
    fact("Base", row.base(), "");
    fact("Rank", "%d, alpha %s".formatted(adapter.rank(), plain(adapter.alpha())), "");
    fact("Modules", row.modules(), adapter.targets());
    fact("Numbers", Figures.count(adapter.parameters()), Figures.exact(adapter.parameters()));
    fact("Size", Figures.bytes(adapter.bytes()), Figures.exact(adapter.bytes()) + " bytes");
    fact("Test loss", row.lossText(), "On rows it never learnt from; lower is better.");
    Adapter.Lineage from = adapter.lineage();
    fact("Made by", from.run().map(run -> "run " + run).orElse("brought in"), "");
    from.baseSha256().ifPresent(h -> fact("Base files", shortened(h), "sha256 " + h));
    from.dataSha256().ifPresent(h -> fact("Data files", shortened(h), "sha256 " + h));
    from.engine().ifPresent(e -> fact("Engine", e, ""));
  }

  private void fact(String word, String value, String exact) {
    Label label = Words.muted(word);
    label.setMinWidth(USE_PREF_SIZE);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    Label text = Words.body(value);
    if (!exact.isBlank()) {
      text.setTooltip(new Tooltip(exact));
    }
    facts.addRow(facts.getRowCount(), label, text);
  }

  private static String shortened(String hash) {
    return hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) + "…" : hash;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
