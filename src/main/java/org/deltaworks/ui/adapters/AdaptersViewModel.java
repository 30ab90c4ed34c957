package org.deltaworks.ui.adapters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;
import org.jspecify.annotations.Nullable;

/** The shelf of adapters. */
public final class AdaptersViewModel {
  private final AdapterService adapters;
  private final ModelService models;
  private final AdapterMerging merging;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final ObservableList<AdapterRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Content<List<AdapterRow>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyObjectWrapper<Optional<ShelfCost>> cost =
      new ReadOnlyObjectWrapper<>(this, "cost", Optional.empty());
  private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper(this, "total", "");
  private final ObjectProperty<@Nullable AdapterRow> selected =
      new SimpleObjectProperty<>(this, "selected");
  private Optional<String> wanted = Optional.empty();
  private Map<String, Long> baseBytes = Map.of();

  /** Both shelves at one moment. */
  private record Shelves(List<Adapter> adapters, Map<String, Long> baseBytes) {}

  /** Writes an adapter's base with the adapter merged in to a new folder; takes a while. */
  @FunctionalInterface
  public interface AdapterMerging {
    /**
     * Merges.
     *
     * @throws org.deltaworks.domain.problem.ProblemException if it cannot be done
     */
    void merge(Adapter adapter, Path out);
  }

  /** Over these services; it reads nothing before it is shown. */
  public AdaptersViewModel(
      AdapterService adapters,
      ModelService models,
      AdapterMerging merging,
      Background background,
      Navigator navigator,
      Notices notices) {
    this.adapters = adapters;
    this.models = models;
    this.merging = merging;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    Consumer<List<Adapter>> changed = background.screen().latest(this::showAll);
    adapters.follow(changed::accept);
  }

  /** All rows, newest first. */
  public ObservableList<AdapterRow> rows() {
    return rows;
  }

  /** Whether there are rows. */
  public ReadOnlyObjectProperty<Content<List<AdapterRow>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Such as {@code 6 adapters, 4 MB, one base}. */
  public ReadOnlyStringProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** What they take, beside what full copies would; absent while no base of theirs is here. */
  ReadOnlyObjectProperty<Optional<ShelfCost>> costProperty() {
    return cost.getReadOnlyProperty();
  }

  /** Why the last import, export or change did not work. */
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something is being imported or written. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The adapter whose details are shown. */
  public ObjectProperty<@Nullable AdapterRow> selectedProperty() {
    return selected;
  }

  /** Reads the shelf and shows one of them, if asked for by name. */
  public void show(Optional<String> name) {
    wanted = name;
    background.start(
        "list adapters",
        () -> new Shelves(adapters.list(), sizes()),
        shelves -> {
          baseBytes = shelves.baseBytes();
          showAll(shelves.adapters());
        },
        thrown -> content.set(Content.failed(thrown)));
  }

  /** Asks base and adapter the same. */
  public void tryIt(AdapterRow row) {
    navigator.go(Place.TryIt.adapter(row.base(), row.name()));
  }

  /** Opens the form of a training that goes on from this adapter. */
  public void goOn(AdapterRow row) {
    navigator.go(
        new Place.NewTraining(
            TrainingDraft.empty()
                .with(Setting.MODEL, row.base())
                .with(Setting.INIT_ADAPTER, row.name())));
  }

  /** Changes its name. */
  public void rename(AdapterRow row, String name) {
    if (!name.strip().equals(row.name())) {
      change(() -> adapters.rename(row.adapter().id(), name));
    }
  }

  /** Changes what a person wrote about it; tags are separated by commas. */
  public void annotate(AdapterRow row, String notes, String tags, int rating) {
    List<String> list =
        Arrays.stream(tags.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
    Adapter now = row.adapter();
    if (!notes.equals(now.notes()) || !list.equals(now.tags()) || rating != now.rating()) {
      change(() -> adapters.annotate(now.id(), notes, list, rating));
    }
  }

  /** Deletes them; for 10 seconds that can be undone, then their files go. */
  public void delete(List<AdapterRow> gone) {
    List<Long> ids = gone.stream().map(r -> r.adapter().id()).toList();
    String what = gone.size() == 1 ? gone.getFirst().name() : "%d adapters".formatted(gone.size());
    background.act(
        "delete adapters",
        () -> ids.forEach(adapters::discard),
        () ->
            notices.undoable(
                "Deleted %s.".formatted(what),
                () -> quietly("restore adapters", () -> ids.forEach(adapters::restore)),
                () -> quietly("remove adapters", () -> ids.forEach(adapters::purge))),
        notices::failed);
  }

  /** Brings a folder in PEFT's layout onto the shelf. */
  public void importFolder(Path folder) {
    busily(
        "import an adapter",
        () -> {
          Adapter added = adapters.importFolder(folder, Optional.empty());
          wanted = Optional.of(added.name());
        },
        "Added the adapter from %s.".formatted(folder.getFileName()));
  }

  /** Writes a copy that other programs read. */
  public void export(AdapterRow row, Path out) {
    busily(
        "export an adapter",
        () -> adapters.exportPeft(row.name(), out),
        "Saved a copy of %s in %s.".formatted(row.name(), out.getFileName()));
  }

  /** Writes the base with the adapter merged in, as a model of its own. */
  public void exportMerged(AdapterRow row, Path out) {
    busily(
        "merge an adapter",
        () -> merging.merge(row.adapter(), out),
        "Saved %s with its base as a model in %s.".formatted(row.name(), out.getFileName()));
  }

  /** Closes the words about what did not work. */
  public void forgetProblem() {
    problem.set(Optional.empty());
  }

  private void busily(String name, Runnable work, String done) {
    problem.set(Optional.empty());
    busy.set(true);
    background.act(
        name,
        work,
        () -> {
          busy.set(false);
          notices.tell(done);
          show(wanted);
        },
        thrown -> {
          busy.set(false);
          problem.set(Optional.of(Content.problemOf(thrown)));
        });
  }

  private void quietly(String name, Runnable work) {
    background.act(name, work, () -> {}, notices::failed);
  }

  private void change(Runnable work) {
    problem.set(Optional.empty());
    background.act(
        "change an adapter",
        work,
        () -> {},
        thrown -> {
          problem.set(Optional.of(Content.problemOf(thrown)));
          show(Optional.empty());
        });
  }

  private Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    models
        .list()
        .forEach(m -> m.details().ifPresent(details -> sizes.put(m.name(), details.bytes())));
    return sizes;
  }

  private void showAll(List<Adapter> all) {
    List<AdapterRow> now = all.stream().map(AdapterRow::new).toList();
    AdapterRow before = selected.get();
    rows.setAll(now);
    total.set(AdapterRow.total(now));
    cost.set(ShelfCost.of(all, baseBytes));
    content.set(new Content.Ready<>(now));
    Optional<AdapterRow> next =
        wanted
            .flatMap(name -> now.stream().filter(r -> r.name().equals(name)).findFirst())
            .or(() -> now.stream().filter(r -> r.equals(before)).findFirst())
            .or(() -> now.stream().findFirst());
    wanted = Optional.empty();
    selected.set(null);
    selected.set(next.orElse(null));
  }
}
