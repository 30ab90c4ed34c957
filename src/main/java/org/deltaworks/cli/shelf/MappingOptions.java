package org.deltaworks.cli.shelf;

import java.util.Optional;
import org.deltaworks.cli.console.NotYet;
import picocli.CommandLine.Option;

/** How columns of a file become rows when their names do not say so: not in this build yet. */
final class MappingOptions {
  @Option(names = "--template", paramLabel = "TEXT", description = "Not in this build yet.")
  private Optional<String> template = Optional.empty();

  @Option(names = "--columns", paramLabel = "LIST", description = "Not in this build yet.")
  private Optional<String> columns = Optional.empty();

  /** Says so where one of them was given. */
  void refuse() {
    if (template.isPresent() || columns.isPresent()) {
      throw NotYet.problem(
          "Mapping columns by hand",
          "Name the columns as one of the known forms does, such as question and answer.");
    }
  }
}
