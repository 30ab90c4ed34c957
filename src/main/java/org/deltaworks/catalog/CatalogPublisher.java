package org.deltaworks.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.ProcessIdentity;
import org.jdbi.v3.core.Handle;

/**
 * Publishes in three acts: reserve the name with a row that is in no list; write the folder and
 * rename it; let the row appear. A process that dies leaves a reserved row, and {@link #recover}
 * finishes what was begun when the folder is whole, and undoes it when it is not.
 */
final class CatalogPublisher implements AdapterPublisher {
  private final Database database;
  private final AdapterRows rows;
  private final HomePaths paths;
  private final Path shelf;

  CatalogPublisher(Database database, AdapterRows rows, HomePaths paths, Path shelf) {
    this.database = database;
    this.rows = rows;
    this.paths = paths;
    this.shelf = shelf;
  }

  /**
   * A name and a folder that nobody else gets.
   *
   * @param id key of the row
   * @param folder its final place
   */
  record Reserved(long id, Path folder) {}

  @Override
  public Adapter publish(Adapter draft, Contents contents) {
    Reserved reserved = reserve(draft);
    try {
      AtomicFiles.createFolder(reserved.folder(), contents::writeTo);
      return appear(reserved);
    } catch (RuntimeException | Error e) {
      undo(reserved, e);
      throw e;
    }
  }

  Reserved reserve(Adapter draft) {
    return database.write(
        handle -> {
          Path folder = freeFolder(handle, Names.folder(draft.name()));
          long id =
              rows.insert(
                  handle, draft, freeName(handle, draft.name()), folder, ProcessIdentity.own());
          return new Reserved(id, folder);
        });
  }

  private static String freeName(Handle handle, String stem) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(
        handle
            .createQuery("SELECT name FROM adapters WHERE discarded IS NULL")
            .mapTo(String.class)
            .list());
    return Names.free(stem, taken);
  }

  private Path freeFolder(Handle handle, String stem) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String stored :
        handle.createQuery("SELECT folder FROM adapters").mapTo(String.class).list()) {
      taken.add(String.valueOf(paths.load(stored).getFileName()));
    }
    String name = Names.free(stem, taken);
    while (Files.exists(shelf.resolve(name))) {
      taken.add(name);
      name = Names.free(stem, taken);
    }
    return shelf.resolve(name);
  }

  Adapter appear(Reserved reserved) {
    long bytes = weightBytes(reserved.folder());
    return database.write(
        handle -> {
          handle.execute(
              "UPDATE adapters SET bytes = ?, writer_process = NULL, writer_started = NULL"
                  + " WHERE id = ?",
              bytes,
              reserved.id());
          return rows.get(handle, reserved.id());
        });
  }

  private static long weightBytes(Path folder) {
    try {
      return Files.size(folder.resolve(WEIGHTS));
    } catch (IOException noWeights) {
      return 0;
    }
  }

  private void undo(Reserved reserved, Throwable cause) {
    try {
      FileTree.delete(reserved.folder());
      forget(reserved);
    } catch (IOException | ProblemException leftForTheNextStart) {
      cause.addSuppressed(leftForTheNextStart);
    }
  }

  private void forget(Reserved reserved) {
    database.change(
        handle ->
            handle.execute(
                "DELETE FROM adapters WHERE id = ? AND writer_process NOT NULL", reserved.id()));
  }

  /** Finishes or undoes what dead processes began; a living writer is left alone. */
  void recover() {
    for (Reserved left : abandoned()) {
      if (Files.isDirectory(left.folder())) {
        appear(left);
      } else {
        forget(left);
      }
    }
  }

  private List<Reserved> abandoned() {
    record Begun(Reserved reserved, ProcessIdentity writer) {}
    return database
        .read(
            handle ->
                handle
                    .createQuery("SELECT * FROM adapters WHERE writer_process NOT NULL")
                    .map(
                        (row, context) ->
                            new Begun(
                                new Reserved(
                                    row.getLong("id"), paths.load(row.getString("folder"))),
                                new ProcessIdentity(
                                    row.getLong("writer_process"), row.getLong("writer_started"))))
                    .list())
        .stream()
        .filter(begun -> !begun.writer().isAlive())
        .map(Begun::reserved)
        .toList();
  }
}
