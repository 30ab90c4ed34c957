package org.deltaworks.format.rows;

import java.io.IOException;
import java.nio.file.Path;

/** A file format that holds records. */
interface RecordSource {
  /** Its name for people, such as {@code JSON Lines}. */
  String name();

  /** Reads from the beginning until the end or until the visitor has enough. */
  void read(Path file, RecordVisitor visitor) throws IOException;
}
