package org.deltaworks.catalog;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.AtomicFiles;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks SQLite's native library once per user. Left alone, the driver writes a fresh copy into
 * the temporary folder at every start, which costs time and is left there by a killed process.
 */
final class SqliteLibrary {
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /** Tells the driver where its library lies; when that cannot be, the driver helps itself. */
  static void unpackInto(Path cache) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    Path library = cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion()).resolve(name);
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (present(library, in)) {
        System.setProperty(PATH, String.valueOf(library.getParent()));
        System.setProperty(NAME, name);
      }
    } catch (java.io.IOException | ProblemException noCache) {
      System.getLogger(SqliteLibrary.class.getName())
          .log(System.Logger.Level.INFO, "the native library is not cached", noCache);
    }
  }

  private static boolean present(Path library, @Nullable InputStream in)
      throws java.io.IOException {
    if (Files.isRegularFile(library)) {
      return true;
    }
    if (in == null) {
      return false;
    }
    AtomicFiles.write(library, in::transferTo);
    return true;
  }
}
