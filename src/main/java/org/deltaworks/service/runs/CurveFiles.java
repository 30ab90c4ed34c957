package org.deltaworks.service.runs;

import java.nio.file.Path;
import org.deltaworks.platform.AtomicFiles;

/** Writes exported curves, whatever their form. Any thread but the window's. */
public final class CurveFiles {
  private CurveFiles() {}

  /**
   * Writes the contents; the file appears whole or not at all.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it cannot be written
   */
  public static void write(Path file, byte[] contents) {
    AtomicFiles.writeBytes(file, contents);
  }
}
