package org.deltaworks.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.sqlite.SQLiteException;

/** Tells in plain words why the catalog could not be read or written. */
final class CatalogTrouble {
  private final Path file;

  CatalogTrouble(Path file) {
    this.file = file;
  }

  /** What the cause means to a person, as something to throw. */
  ProblemException of(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof ProblemException told) {
        return told;
      }
      if (t instanceof SQLException sql) {
        return ofSql(sql).asException(cause);
      }
    }
    return unknown(cause).asException(cause);
  }

  /** The file holds no catalog that can be read; it is kept as it is. */
  Problem damaged(String why) {
    return Problem.of(
        Kind.BAD_FILE,
        "The catalog %s is damaged (%s). It was left as it is.".formatted(file, why),
        "Move it away to begin with an empty catalog, or put a copy in its place (the folder"
            + " backups holds those made before updates); your models and adapters are still in"
            + " their folders.");
  }

  private Problem ofSql(SQLException e) {
    int code = e instanceof SQLiteException s ? s.getResultCode().code & 0xff : e.getErrorCode();
    return switch (code) {
      case 13 ->
          Problem.of(
              Kind.NO_SPACE,
              "The disk is full: the catalog %s could not be written.".formatted(file),
              "Free some space on that disk and try again; what was saved before is safe.");
      case 3, 8, 14, 23 ->
          Problem.of(
              Kind.NO_PERMISSION,
              "The catalog %s cannot be opened or written.".formatted(file),
              "Check that you may write to its folder, or choose another one with --home.");
      case 5, 6 ->
          Problem.of(
              Kind.CONFLICT,
              "Another program has kept the catalog %s busy for too long.".formatted(file),
              "Try again; close other windows of Deltaworks if it goes on.");
      case 11, 26 -> damaged(String.valueOf(e.getMessage()));
      case 10 ->
          Problem.of(
              Kind.BAD_FILE,
              "The disk could not read or write the catalog %s.".formatted(file),
              "Check the disk, then try again.");
      default -> unknown(e);
    };
  }

  private Problem unknown(Throwable cause) {
    return Problem.of(
        Kind.DEFECT,
        "The catalog %s did not do what was asked: %s.".formatted(file, cause.getMessage()),
        "Start Deltaworks again; if it goes on, open the logs from About and report it.");
  }
}
