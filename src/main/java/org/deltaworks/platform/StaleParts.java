package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes half-written files and folders that dead processes left; a living writer keeps its own.
 */
public final class StaleParts {
  private StaleParts() {}

  /**
   * Cleans this folder and the folders directly in it; links are not followed.
   *
   * @return what was removed
   */
  public static List<Path> clean(Path folder) {
    List<Path> removed = new ArrayList<>();
    cleanOne(folder, removed);
    for (Path inside : entries(folder)) {
      if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
        cleanOne(inside, removed);
      }
    }
    return List.copyOf(removed);
  }

  private static void cleanOne(Path folder, List<Path> removed) {
    for (Path entry : entries(folder)) {
      if (TemporaryName.writer(entry).filter(writer -> !writer.isAlive()).isPresent()) {
        try {
          FileTree.delete(entry);
          removed.add(entry);
        } catch (IOException e) {
          System.getLogger(StaleParts.class.getName())
              .log(System.Logger.Level.WARNING, "could not remove " + entry, e);
        }
      }
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException notThere) {
      return List.of();
    }
  }
}
