package org.deltaworks.domain.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/**
 * Finds the folder of a model that is named by its catalog name or by its folder; {@value #BUNDLED}
 * is the model that ships with the program.
 *
 * @param store the catalog
 * @param bundled folder of the bundled model, where it is installed
 */
public record ModelLocator(ModelStore store, Optional<Path> bundled) {
  /** Name of the bundled model. */
  public static final String BUNDLED = "polder";

  /** A model's folder and what to call it. */
  public record Place(String name, Path folder) {}

  /**
   * Where the model lies; a catalog name wins over a folder of the same name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if neither is there
   */
  public Place find(String nameOrFolder) {
    Optional<ModelStore.ModelEntry> entry = store.find(nameOrFolder);
    if (entry.isPresent()) {
      return new Place(entry.get().name(), Path.of(entry.get().folder()));
    }
    if (nameOrFolder.equals(BUNDLED) && bundled.isPresent()) {
      return new Place(BUNDLED, bundled.get());
    }
    Path folder = Path.of(nameOrFolder).toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      return new Place(nameOf(folder), folder);
    }
    throw Problem.at(
            "model",
            Problem.Kind.NOT_FOUND,
            "There is no model \"%s\", neither in the catalog nor as a folder."
                .formatted(nameOrFolder),
            "Give a name from the list of models, or the folder of a model in Hugging Face layout.")
        .asException();
  }

  private String nameOf(Path folder) {
    if (bundled.map(b -> b.toAbsolutePath().normalize().equals(folder)).orElse(false)) {
      return BUNDLED;
    }
    return store.list().stream()
        .filter(e -> Path.of(e.folder()).equals(folder))
        .map(ModelStore.ModelEntry::name)
        .findFirst()
        .orElseGet(() -> String.valueOf(folder.getFileName()));
  }
}
