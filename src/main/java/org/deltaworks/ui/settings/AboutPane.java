package org.deltaworks.ui.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Column;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.FilterTable;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.control.RowAction;
import org.deltaworks.ui.control.SkeletonRows;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** What this program is, which versions it is made of, and by whose leave. */
final class AboutPane extends VBox {
  private static final double TABLE_HEIGHT = 320;

  private final SettingsViewModel model;
  private final FilePicker picker;
  private final Opener opener;
  private final ObservableList<AboutService.ThirdParty> parties =
      FXCollections.observableArrayList();
  private final VBox facts = Layout.column();

  AboutPane(SettingsViewModel model, FilePicker picker, Opener opener) {
    super(Layout.BETWEEN);
    this.model = model;
    this.picker = picker;
    this.opener = opener;
    getStyleClass().add("dw-card");
    getChildren()
        .addAll(
            Words.heading("About Deltaworks"),
            Words.body(
                "A workbench for teaching language models something of your own. Nothing leaves"
                    + " this computer without a click of yours."),
            facts,
            Layout.row(
                Buttons.plain(
                    Feather.FILE_TEXT, "Open the logs", () -> opener.folder(model.logs())),
                Buttons.plain(
                    Feather.PACKAGE, "Make a bug report", () -> model.report(this::where))));
    model.factsProperty().addListener((property, old, now) -> show(now));
    show(model.factsProperty().get());
  }

  private Optional<Path> where() {
    return picker.target(
        getScene().getWindow(),
        "Where to write the file for a bug report",
        "deltaworks-report.zip",
        List.of(new FilePicker.Kind("Zip", List.of("*.zip"))));
  }

  private void show(Content<SettingsViewModel.About> content) {
    facts.getChildren().clear();
    switch (content) {
      case Content.Loading<SettingsViewModel.About>() ->
          facts.getChildren().add(new SkeletonRows(3));
      case Content.Failed<SettingsViewModel.About>(var problem) ->
          facts
              .getChildren()
              .add(new FailedState(problem, Buttons.plain("Try again", model::show)));
      case Content.Ready<SettingsViewModel.About>(SettingsViewModel.About about) -> {
        parties.setAll(about.thirdParties());
        facts
            .getChildren()
            .addAll(
                versions(about.versions()),
                folded("Licence (Apache 2.0)", license(about.license())),
                folded("Made with the work of others (%d)".formatted(parties.size()), others()));
      }
    }
  }

  private static Node versions(List<AboutService.Version> versions) {
    GridPane grid = new GridPane(Layout.AROUND, Layout.TIGHT);
    int row = 0;
    for (AboutService.Version version : versions) {
      Label word = Words.muted(version.name());
      word.setMinWidth(USE_PREF_SIZE);
      grid.addRow(row++, word, Words.body(version.version()));
    }
    return grid;
  }

  private static Node license(String text) {
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.setPrefHeight(TABLE_HEIGHT);
    area.getStyleClass().add("dw-mono");
    return area;
  }

  private Node others() {
    FilterTable<AboutService.ThirdParty> table =
        new FilterTable<>(
            parties,
            "Find a part",
            List.of(
                Column.words("Name", 200, AboutService.ThirdParty::name),
                Column.words("Version", 100, AboutService.ThirdParty::version),
                Column.words("Licence", 260, AboutService.ThirdParty::license),
                Column.words("Where from", 260, AboutService.ThirdParty::url)));
    table.setOnOpen(this::open);
    table.setActions(List.of(RowAction.one("Open its page", this::open)));
    table.setPrefHeight(TABLE_HEIGHT);
    return table;
  }

  private void open(AboutService.ThirdParty party) {
    if (!party.url().isBlank()) {
      opener.page(URI.create(party.url()));
    }
  }

  private static TitledPane folded(String title, Node content) {
    TitledPane pane = new TitledPane(title, content);
    pane.getStyleClass().add("dense");
    pane.setAnimated(false);
    pane.setExpanded(false);
    return pane;
  }
}
