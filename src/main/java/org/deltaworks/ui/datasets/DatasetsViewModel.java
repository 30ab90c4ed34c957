package org.deltaworks.ui.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan.LossOn;
import org.deltaworks.service.datasets.DatasetPreview;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.datasets.LengthSummary;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.models.ModelSnapshot;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;
import org.jspecify.annotations.Nullable;

/** The shelf of data: which files there are, their rows, and the chosen model's view of them. */
public final class DatasetsViewModel {
  private static final int ROWS_SHOWN = 100;
  private static final int MAX_LENGTH = 512;

  private final DatasetService datasets;
  private final ModelService models;
  private final Background background;
  private final Background.Latest previewing;
  private final Background.Latest tokenizing;
  private final Background.Latest measuring;
  private final Navigator navigator;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Content<List<DatasetEntry>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ReadOnlyObjectWrapper<Optional<Problem>> addProblem =
      new ReadOnlyObjectWrapper<>(this, "addProblem", Optional.empty());
  private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper(this, "adding");
  private final ObjectProperty<@Nullable DatasetEntry> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ObjectProperty<@Nullable RowText> selectedRow =
      new SimpleObjectProperty<>(this, "selectedRow");
  private final ReadOnlyObjectWrapper<Content<DatasetPreview>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", new Content.Loading<>());
  private final ObservableList<RowText> rows = FXCollections.observableArrayList();
  private final ObservableList<String> modelNames = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> model = new SimpleObjectProperty<>(this, "model");
  private final ReadOnlyObjectWrapper<Content<List<TokenMark>>> tokens =
      new ReadOnlyObjectWrapper<>(this, "tokens", new Content.Ready<>(List.of()));
  private final ReadOnlyObjectWrapper<Content<Optional<Lengths>>> lengths =
      new ReadOnlyObjectWrapper<>(this, "lengths", new Content.Ready<>(Optional.empty()));

  /**
   * How long rows are for the chosen model.
   *
   * @param summary the figures
   * @param cut the longest row that a training takes whole
   */
  public record Lengths(LengthSummary summary, int cut) {}

  /** Over these services; it reads nothing before it is shown. */
  public DatasetsViewModel(
      DatasetService datasets,
      ModelService models,
      Background background,
      Navigator navigator,
      Notices notices) {
    this.datasets = datasets;
    this.models = models;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    this.previewing = background.latest("read rows");
    this.tokenizing = background.latest("read tokens");
    this.measuring = background.latest("measure rows");
    Consumer<List<DatasetEntry>> changed = background.screen().latest(this::showAll);
    datasets.follow(changed::accept);
    selected.addListener((property, old, now) -> readSelected());
    selectedRow.addListener((property, old, now) -> readTokens());
    model.addListener(
        (property, old, now) -> {
          readTokens();
          measure();
        });
  }

  /** The files. */
  public ReadOnlyObjectProperty<Content<List<DatasetEntry>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Why the last file was not taken, until the next one is. */
  public ReadOnlyObjectProperty<Optional<Problem>> addProblemProperty() {
    return addProblem.getReadOnlyProperty();
  }

  /** Whether a file is being read. */
  public ReadOnlyBooleanProperty addingProperty() {
    return adding.getReadOnlyProperty();
  }

  /** The file being looked at. */
  public ObjectProperty<@Nullable DatasetEntry> selectedProperty() {
    return selected;
  }

  /** How it is read: its form, and lines that cannot be. */
  public ReadOnlyObjectProperty<Content<DatasetPreview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Its first rows. */
  public ObservableList<RowText> rows() {
    return rows;
  }

  /** The row whose tokens are shown. */
  public ObjectProperty<@Nullable RowText> selectedRowProperty() {
    return selectedRow;
  }

  /** Models whose view of the rows can be shown. */
  public ObservableList<String> modelNames() {
    return modelNames;
  }

  /** The model whose view is shown. */
  public ObjectProperty<@Nullable String> modelProperty() {
    return model;
  }

  /** The selected row in the model's tokens. */
  public ReadOnlyObjectProperty<Content<List<TokenMark>>> tokensProperty() {
    return tokens.getReadOnlyProperty();
  }

  /** How long the rows are for the model; empty while nothing is chosen. */
  public ReadOnlyObjectProperty<Content<Optional<Lengths>>> lengthsProperty() {
    return lengths.getReadOnlyProperty();
  }

  /** Reads the shelf. */
  public void refresh() {
    background.start(
        "list data", datasets::list, this::showAll, thrown -> content.set(Content.failed(thrown)));
    background.start("list models", models::list, this::showModels, notices::failed);
  }

  /** Puts a file on the shelf. */
  public void add(Path file) {
    addProblem.set(Optional.empty());
    adding.set(true);
    background.start(
        "add data",
        () -> datasets.add(file, Optional.empty()),
        added -> {
          adding.set(false);
          selected.set(added);
        },
        thrown -> {
          adding.set(false);
          addProblem.set(Optional.of(Content.problemOf(thrown)));
        });
  }

  /** Closes the words about a file that was not taken. */
  public void forgetProblem() {
    addProblem.set(Optional.empty());
  }

  /** Takes the selected file off the shelf; for 10 seconds that can be undone. */
  public void remove(DatasetEntry entry) {
    background.act(
        "remove data",
        () -> datasets.remove(entry.name()),
        () ->
            notices.undoable(
                "Removed %s from the list. The file stays.".formatted(entry.name()),
                () -> putBack(entry),
                () -> {}),
        notices::failed);
  }

  /** Opens the form of a new training with this file. */
  public void train(DatasetEntry entry) {
    navigator.go(new Place.NewTraining(TrainingDraft.empty().with(Setting.DATA, entry.name())));
  }

  private void putBack(DatasetEntry entry) {
    background.start(
        "put data back",
        () -> datasets.add(Path.of(entry.path()), Optional.of(entry.name())),
        e -> {},
        notices::failed);
  }

  private void showAll(List<DatasetEntry> all) {
    content.set(new Content.Ready<>(List.copyOf(all)));
    DatasetEntry now = selected.get();
    Optional<DatasetEntry> still =
        all.stream().filter(e -> now != null && e.name().equals(now.name())).findFirst();
    selected.set(still.orElse(all.isEmpty() ? null : all.getFirst()));
  }

  private void showModels(List<ModelSnapshot> all) {
    List<String> names =
        all.stream().filter(m -> m.details().isPresent()).map(ModelSnapshot::name).toList();
    if (!names.equals(modelNames)) {
      modelNames.setAll(names);
    }
    if (!names.contains(model.get())) {
      model.set(names.isEmpty() ? null : names.getFirst());
    }
  }

  private void readSelected() {
    DatasetEntry entry = selected.get();
    selectedRow.set(null);
    rows.clear();
    preview.set(new Content.Loading<>());
    if (entry == null) {
      previewing.cancel();
      return;
    }
    previewing.start(
        () -> datasets.preview(entry.name(), ROWS_SHOWN),
        this::showPreview,
        thrown -> preview.set(Content.failed(thrown)));
    measure();
  }

  private void showPreview(DatasetPreview read) {
    preview.set(new Content.Ready<>(read));
    List<RowText> texts = new ArrayList<>();
    for (int i = 0; i < read.rows().size(); i++) {
      texts.add(RowText.of(i + 1, read.rows().get(i)));
    }
    rows.setAll(texts);
    selectedRow.set(texts.isEmpty() ? null : texts.getFirst());
  }

  private void readTokens() {
    DatasetEntry entry = selected.get();
    RowText row = selectedRow.get();
    String base = model.get();
    if (entry == null || row == null || base == null) {
      tokenizing.cancel();
      tokens.set(new Content.Ready<>(List.of()));
      return;
    }
    tokenizing.start(
        () ->
            TokenMark.of(
                datasets.tokens(entry.name(), base, LossOn.COMPLETION, row.number() - 1),
                cutOf(base)),
        marks -> tokens.set(new Content.Ready<>(marks)),
        thrown -> tokens.set(Content.failed(thrown)));
  }

  private void measure() {
    DatasetEntry entry = selected.get();
    String base = model.get();
    if (entry == null || base == null) {
      measuring.cancel();
      lengths.set(new Content.Ready<>(Optional.empty()));
      return;
    }
    lengths.set(new Content.Loading<>());
    measuring.start(
        () -> {
          int cut = cutOf(base);
          return new Lengths(datasets.lengths(entry.name(), base, LossOn.COMPLETION, cut), cut);
        },
        found -> lengths.set(new Content.Ready<>(Optional.of(found))),
        thrown -> lengths.set(Content.failed(thrown)));
  }

  /** Where a training cuts rows unless told otherwise. */
  private int cutOf(String base) {
    return Math.min(MAX_LENGTH, models.open(base).decoder().context());
  }
}
