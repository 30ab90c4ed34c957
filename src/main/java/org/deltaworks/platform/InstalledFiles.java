package org.deltaworks.platform;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;

/**
 * Finds what is shipped with the program. One rule for all three places it runs from: the system
 * property {@code deltaworks.assets} names the folder; otherwise it is the folder {@code assets}
 * beside the program's code or beside one of the four folders above it. That finds it for classes
 * in {@code target/classes}, for the jar in {@code target/deltaworks/lib} and for an installed
 * copy, where the installer puts it beside the jar.
 */
public final class InstalledFiles {
  /** System property that names the assets folder. */
  public static final String ASSETS_PROPERTY = "deltaworks.assets";

  private static final int FOLDERS_ABOVE = 4;

  private InstalledFiles() {}

  /** The folder {@code assets}, if it is there. */
  public static Optional<Path> assets() {
    return Optional.ofNullable(System.getProperty(ASSETS_PROPERTY))
        .filter(said -> !said.isBlank())
        .map(Path::of)
        .or(() -> assetsAbove(codeFolder()))
        .map(Path::toAbsolutePath)
        .filter(Files::isDirectory);
  }

  /** A file or folder below {@code assets}, such as {@code models/polder}, if it is there. */
  public static Optional<Path> asset(String relative) {
    return assets().map(folder -> folder.resolve(relative)).filter(Files::exists);
  }

  /** Folder of the bundled base model, or a problem that says the installation is not complete. */
  public static Path polder() {
    return asset("models/polder")
        .orElseThrow(
            () ->
                Problem.of(
                        Kind.NOT_FOUND,
                        "The bundled model polder is missing from this installation.",
                        "Install Deltaworks again, or train on another model.")
                    .asException());
  }

  /** Folder of the jar or of the classes this program runs from. */
  public static Path codeFolder() {
    try {
      Path code =
          Path.of(InstalledFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path parent = code.toAbsolutePath().getParent();
      return Files.isDirectory(code) || parent == null ? code : parent;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<Path> assetsAbove(Path start) {
    Path folder = start.toAbsolutePath();
    for (int i = 0; i <= FOLDERS_ABOVE; i++) {
      Path candidate = folder.resolve("assets");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
      Path above = folder.getParent();
      if (above == null) {
        return Optional.empty();
      }
      folder = above;
    }
    return Optional.empty();
  }
}
