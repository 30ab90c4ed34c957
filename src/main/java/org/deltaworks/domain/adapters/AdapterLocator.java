package org.deltaworks.domain.adapters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/**
 * Finds the folder of an adapter that is named by its catalog name or by its folder.
 *
 * @param store the catalog
 */
public record AdapterLocator(AdapterStore store) {
  /**
   * Where the adapter lies; a catalog name wins over a folder of the same name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if neither is there
   */
  public Path find(String nameOrFolder) {
    Optional<Adapter> adapter = store.find(nameOrFolder);
    if (adapter.isPresent()) {
      return adapter.get().folder();
    }
    Path folder = Path.of(nameOrFolder).toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    throw Problem.at(
            "adapter",
            Problem.Kind.NOT_FOUND,
            "There is no adapter \"%s\", neither in the catalog nor as a folder."
                .formatted(nameOrFolder),
            "Give a name from the list of adapters, or a folder in PEFT layout.")
        .asException();
  }
}
