package org.deltaworks.domain.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/**
 * Finds a data file that is named by its catalog name or by its path.
 *
 * @param store the catalog
 */
public record DatasetLocator(DatasetStore store) {
  /**
   * Where the file lies; a catalog name wins over a file of the same name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if neither is there
   */
  public Path find(String nameOrFile) {
    Optional<DatasetStore.DatasetEntry> entry = store.find(nameOrFile);
    if (entry.isPresent()) {
      return Path.of(entry.get().path());
    }
    Path file = Path.of(nameOrFile).toAbsolutePath().normalize();
    if (Files.isRegularFile(file)) {
      return file;
    }
    throw Problem.at(
            "data",
            Problem.Kind.NOT_FOUND,
            "There is no data \"%s\", neither in the catalog nor as a file.".formatted(nameOrFile),
            "Give a name from the list of data, or the path of a file.")
        .asException();
  }
}
