package org.deltaworks.cli.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;

/** Looks at the files of an export once they are written. */
final class WrittenFiles {
  private WrittenFiles() {}

  /** Names of the files in a folder, sorted. */
  static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> String.valueOf(f.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compares every written file with the one it was copied from.
   *
   * @return what was checked
   * @throws org.deltaworks.domain.problem.ProblemException if one differs
   */
  static String compared(Path from, Path to) {
    List<String> names = in(to);
    try {
      for (String name : names) {
        if (Files.mismatch(from.resolve(name), to.resolve(name)) >= 0) {
          throw Problem.of(
                  Problem.Kind.BAD_FILE,
                  "The written file \"%s\" differs from the adapter's own.".formatted(name),
                  "Check the disk and export again.")
              .asException();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Read back and compared byte by byte with the adapter in the catalog: no difference in %s."
        .formatted(Counted.of(names.size(), "file"));
  }
}
