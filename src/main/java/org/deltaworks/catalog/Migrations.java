package org.deltaworks.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTree;
import org.jdbi.v3.core.Handle;

/**
 * Brings a catalog to the newest version: numbered SQL scripts, the number kept in {@code
 * user_version}, each script and its number in one transaction. Before the first of them a copy of
 * the whole catalog is made, and the newest few copies are kept.
 */
final class Migrations {
  /** Marks a file as a catalog of ours: "DLTW". */
  static final int APPLICATION = 0x444c5457;

  private static final int BACKUPS_KEPT = 5;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final List<String> scripts;

  /** The scripts in order; the first makes version 1. */
  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /** The scripts of this program. */
  static Migrations ofThisProgram() {
    return new Migrations(
        Stream.of(
                "V001__first_catalog",
                "V002__runs_at_a_glance",
                "V003__the_best_step",
                "V004__the_queue",
                "V005__promised_and_taken",
                "V006__promised_and_taken_disk")
            .map(Migrations::script)
            .toList());
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no migration " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The version that this program writes. */
  int newest() {
    return scripts.size();
  }

  /** Brings the catalog up to date, or refuses one that is newer, foreign or damaged. */
  void bringUpToDate(Database database, Path backups) {
    int version = database.read(handle -> checkedVersion(database, handle));
    database.useWriteAheadLog();
    if (version == newest()) {
      return;
    }
    if (version > 0) {
      backUp(database, version, backups);
    }
    database.change(
        handle -> {
          // Another process may have been faster.
          for (int at = checkedVersion(database, handle); at < newest(); at++) {
            runScript(handle, scripts.get(at));
            runScript(handle, "PRAGMA user_version = " + (at + 1));
          }
          runScript(handle, "PRAGMA application_id = " + APPLICATION);
        });
  }

  private int checkedVersion(Database database, Handle handle) {
    int version = number(handle, "PRAGMA user_version");
    int application = number(handle, "PRAGMA application_id");
    boolean empty = number(handle, "SELECT count(*) FROM sqlite_master") == 0;
    if (!empty && application != APPLICATION) {
      throw database.trouble().damaged("it was made by another program").asException();
    }
    if (version > newest()) {
      throw Problem.of(
              Kind.NEWER_CATALOG,
              "The catalog %s was written by a newer Deltaworks (catalog version %d; this one knows %d)."
                  .formatted(database.file(), version, newest()),
              "Install the newer Deltaworks again, or choose another home folder with --home.")
          .asException();
    }
    return version;
  }

  private static int number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Integer.class).one();
  }

  /** Several statements at once, which prepared statements cannot do. */
  private static void runScript(Handle handle, String sql) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void backUp(Database database, int version, Path backups) {
    Path copy =
        backups.resolve("catalog-v%03d-%s.backup".formatted(version, STAMP.format(Instant.now())));
    AtomicFiles.writeAt(
        copy,
        part ->
            database.outsideTransaction(
                handle -> handle.createUpdate("VACUUM INTO ?").bind(0, part.toString()).execute()));
    forgetOldest(backups);
  }

  private static void forgetOldest(Path backups) {
    try (Stream<Path> inside = Files.list(backups)) {
      List<Path> copies =
          new ArrayList<>(inside.filter(p -> p.toString().endsWith(".backup")).toList());
      copies.sort(Comparator.comparing(Path::getFileName));
      for (Path old : copies.subList(0, Math.max(0, copies.size() - BACKUPS_KEPT))) {
        FileTree.delete(old);
      }
    } catch (IOException e) {
      System.getLogger(Migrations.class.getName())
          .log(System.Logger.Level.WARNING, "old backups were not removed", e);
    }
  }
}
