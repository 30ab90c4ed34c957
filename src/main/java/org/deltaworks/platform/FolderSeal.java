package org.deltaworks.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.ProblemException;

/**
 * The sha256 of each file of a folder, kept beside them in the form that {@code sha256sum -c}
 * reads: a file that changed on the disk after it was written is recognised before it is used.
 */
public final class FolderSeal {
  private static final String NAME = "sha256sums";

  private FolderSeal() {}

  /** Seals the files that lie in this folder now; folders in it stay unsealed. */
  public static void put(Path folder) throws IOException {
    List<Path> files = files(folder);
    try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(NAME))) {
      for (Path file : files) {
        writer.write(FileHash.of(file) + "  " + file.getFileName() + "\n");
      }
    }
  }

  /** Whether a folder has a seal at all. */
  public static boolean isOn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /** Whether every sealed file is there and as it was; false where the seal cannot be read. */
  public static boolean holds(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(NAME));
      return !lines.isEmpty() && lines.stream().allMatch(line -> holds(folder, line));
    } catch (IOException | ProblemException | InvalidPathException unreadable) {
      return false;
    }
  }

  private static boolean holds(Path folder, String line) {
    String[] parts = line.split("  ", 2);
    // A name that leads out of the folder was never written by us.
    return parts.length == 2
        && Path.of(parts[1]).getNameCount() == 1
        && Files.isRegularFile(folder.resolve(parts[1]))
        && FileHash.of(folder.resolve(parts[1])).equals(parts[0]);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
