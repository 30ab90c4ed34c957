package org.deltaworks.service.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.datasets.DatasetStore;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Subscription;

/** The shelf of data files. Any thread but the window's. */
public final class DatasetService {
  private final DatasetStore store;
  private final DatasetReader reader;
  private final DatasetLocator locator;
  private final Listeners<List<DatasetEntry>> listeners = new Listeners<>();

  /** Over a catalog. */
  public DatasetService(DatasetStore store, DatasetReader reader) {
    this.store = store;
    this.reader = reader;
    this.locator = new DatasetLocator(store);
  }

  /** All of them, by name. */
  public List<DatasetEntry> list() {
    return store.list();
  }

  /** Hears the whole list whenever it changed. */
  public Subscription follow(Consumer<List<DatasetEntry>> receiver) {
    return listeners.add(receiver);
  }

  /**
   * Puts a file on the shelf; it stays where it is.
   *
   * @param name what to call it; the file's own name without its ending if absent
   * @throws org.deltaworks.domain.problem.ProblemException if no row of it can be read, or another
   *     file has the name
   */
  public DatasetEntry add(Path file, Optional<String> name) {
    Path place = file.toAbsolutePath().normalize();
    String called = name.orElseGet(() -> stem(place));
    if (store.find(called).map(e -> !Path.of(e.path()).equals(place)).orElse(false)) {
      throw Problem.at(
              "name",
              Problem.Kind.CONFLICT,
              "Other data is called \"%s\".".formatted(called),
              "Give this file another name.")
          .asException();
    }
    DatasetEntry entry = store.put(reader.describe(called, place));
    listeners.publish(store.list());
    return entry;
  }

  /** Takes it off the shelf; the file stays. */
  public void remove(String name) {
    if (store.find(name).isEmpty()) {
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "There is no data \"%s\" in the catalog.".formatted(name),
              "Look at the list of data for the right name.")
          .asException();
    }
    store.remove(name);
    listeners.publish(store.list());
  }

  /** The first rows as they are read, and the lines that cannot be. */
  public DatasetPreview preview(String nameOrFile, int rows) {
    return reader.preview(locator.find(nameOrFile), rows);
  }

  /**
   * How long the rows are for a model.
   *
   * @param maxLength where rows are cut
   */
  public LengthSummary lengths(
      String nameOrFile, String model, TrainingPlan.LossOn lossOn, int maxLength) {
    return reader.lengths(locator.find(nameOrFile), model, lossOn, maxLength);
  }

  /** The tokens of one row of the file, 0 for the first, as a model reads them. */
  public List<LabelledToken> tokens(
      String nameOrFile, String model, TrainingPlan.LossOn lossOn, int row) {
    return reader.tokens(locator.find(nameOrFile), model, lossOn, row);
  }

  private static String stem(Path file) {
    String name = Objects.toString(file.getFileName(), "data");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
