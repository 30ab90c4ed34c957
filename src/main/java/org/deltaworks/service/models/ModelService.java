package org.deltaworks.service.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.WeightFinding;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.hub.VerifiedWeights;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Progress;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.service.task.Work;

/** The shelf of base models. Any thread but the window's. */
public final class ModelService {
  private final ModelStore store;
  private final ModelReader reader;
  private final ModelLocator locator;
  private final ModelFolder folders = ModelFolder.ofKnownFamilies();
  private final VerifiedWeights weights;
  private final Listeners<List<ModelSnapshot>> listeners = new Listeners<>();
  private final Map<Path, Read> reads = new ConcurrentHashMap<>();

  /** What was read of a folder, and when its configuration had last changed. */
  private record Read(long modified, BaseModel model) {}

  /**
   * Over a catalog.
   *
   * @param bundled folder of the model that ships with the program, where it is installed
   */
  public ModelService(ModelStore store, ModelReader reader, Optional<Path> bundled) {
    this.store = store;
    this.reader = reader;
    this.weights = new VerifiedWeights(store);
    this.locator = new ModelLocator(store, bundled);
  }

  /** All models, the bundled one first, then by name. */
  public List<ModelSnapshot> list() {
    List<ModelSnapshot> all = new ArrayList<>();
    locator
        .bundled()
        .ifPresent(f -> all.add(snapshot(ModelLocator.BUNDLED, f, Optional.empty(), true)));
    for (ModelStore.ModelEntry entry : store.list()) {
      if (!entry.name().equals(ModelLocator.BUNDLED)) {
        all.add(snapshot(entry.name(), Path.of(entry.folder()), entry.sha256(), false));
      }
    }
    return List.copyOf(all);
  }

  /** Hears the whole list whenever it changed. */
  public Subscription follow(Consumer<List<ModelSnapshot>> receiver) {
    return listeners.add(receiver);
  }

  /**
   * What a model is, by catalog name or folder.
   *
   * @throws ProblemException if there is none, or it cannot be used
   */
  public BaseModel open(String nameOrFolder) {
    ModelLocator.Place place = locator.find(nameOrFolder);
    return read(place.name(), place.folder());
  }

  /**
   * Everything about a model, by catalog name or folder, the hash over its weight files included:
   * the first time it reads them to their end, which takes seconds per gigabyte.
   *
   * @throws ProblemException if there is none, or its weights cannot be used
   */
  public ModelSnapshot show(String nameOrFolder) {
    ModelLocator.Place place = locator.find(nameOrFolder);
    BaseModel model = read(place.name(), place.folder());
    String sha256 =
        weights.sha256(
            folders.read(place.name(), place.folder()), Thread.currentThread()::isInterrupted);
    return new ModelSnapshot(
        place.name(),
        place.folder(),
        place.name().equals(ModelLocator.BUNDLED),
        Optional.of(model),
        Optional.empty(),
        Optional.of(sha256));
  }

  /** What reading a model's weights found before; absent while one of them was never read. */
  public Optional<WeightFinding> checked(Path folder) {
    return weights.known(folders.read(folder));
  }

  /**
   * Reads the weights that were not read yet; takes seconds for each gigabyte.
   *
   * @param name the model's name in the catalog, which learns the hash
   * @throws ProblemException if a file cannot be read
   */
  public WeightFinding check(String name, Path folder, Work.Job job) {
    ModelFiles model = folders.read(folder);
    long whole = model.model().bytes();
    WeightFinding finding =
        weights.look(
            model, job::cancelled, done -> job.report(Progress.of(done, whole, "Reading")));
    store.find(name).ifPresent(entry -> store.put(entry.withHash(finding.sha256())));
    return finding;
  }

  /**
   * Puts a folder on the shelf under its own name.
   *
   * @throws ProblemException if it holds no usable model, or another folder has the name
   */
  public ModelSnapshot add(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    return add(place, String.valueOf(place.getFileName()));
  }

  /** Likewise, under a name of choice. */
  public ModelSnapshot add(Path folder, String name) {
    Path place = folder.toAbsolutePath().normalize();
    refuseTaken(name, place);
    BaseModel model = reader.read(name, place);
    refuseWithoutTokenizer(place);
    store.put(
        new ModelStore.ModelEntry(
            name,
            place.toString(),
            model.decoder().modelType(),
            model.parameters(),
            model.bytes(),
            model.license().orElse(""),
            Optional.empty()));
    reads.remove(place);
    changed();
    return snapshot(name, place, Optional.empty(), false);
  }

  /**
   * Takes a model off the shelf; its files stay.
   *
   * @throws ProblemException for the bundled one, or if there is none of this name
   */
  public void remove(String name) {
    if (name.equals(ModelLocator.BUNDLED)) {
      throw Problem.of(
              Problem.Kind.CONFLICT,
              "The model polder ships with Deltaworks and stays.",
              "Choose another model to remove.")
          .asException();
    }
    if (store.find(name).isEmpty()) {
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "There is no model \"%s\" in the catalog.".formatted(name),
              "Look at the list of models for the right name.")
          .asException();
    }
    store.remove(name);
    changed();
  }

  /** A tokenizer belongs to a model: without it no text can be read. */
  public static void refuseWithoutTokenizer(Path folder) {
    if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "The model in \"%s\" has no tokenizer.json, so no text can be turned into its tokens."
                  .formatted(folder),
              "Download tokenizer.json of this model into the folder.")
          .asException();
    }
  }

  private void refuseTaken(String name, Path place) {
    boolean bundled = name.equals(ModelLocator.BUNDLED);
    boolean other = store.find(name).map(e -> !Path.of(e.folder()).equals(place)).orElse(false);
    if (bundled || other) {
      throw Problem.at(
              "name",
              Problem.Kind.CONFLICT,
              "Another model is called \"%s\".".formatted(name),
              "Give this one another name.")
          .asException();
    }
  }

  private void changed() {
    listeners.publish(list());
  }

  private ModelSnapshot snapshot(
      String name, Path folder, Optional<String> sha256, boolean bundled) {
    try {
      return new ModelSnapshot(
          name, folder, bundled, Optional.of(read(name, folder)), Optional.empty(), sha256);
    } catch (ProblemException e) {
      return new ModelSnapshot(
          name, folder, bundled, Optional.empty(), Optional.of(e.problem()), sha256);
    }
  }

  private BaseModel read(String name, Path folder) {
    long modified = folder.resolve("config.json").toFile().lastModified();
    Read known = reads.get(folder);
    if (known != null && known.modified == modified && known.model.name().equals(name)) {
      return known.model;
    }
    BaseModel model = reader.read(name, folder);
    reads.put(folder, new Read(modified, model));
    return model;
  }
}
