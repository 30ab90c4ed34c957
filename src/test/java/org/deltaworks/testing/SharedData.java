package org.deltaworks.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds real models and data that lie beside the project; a test that needs them skips without. */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of the shared data; skips the calling test, saying so, if it is missing. */
  public static Path at(String relative) {
    Path path = Path.of(System.getProperty("deltaworks.test.data", "../shared/data"), relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "no shared data at " + path.toAbsolutePath().normalize());
    return path.toAbsolutePath().normalize();
  }
}
