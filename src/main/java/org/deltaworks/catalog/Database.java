package org.deltaworks.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The open file: one connection that writes, under a lock, and some that read. Writing takes
 * SQLite's write lock at the beginning (BEGIN IMMEDIATE), so a transaction that has begun cannot
 * fail because another process was faster; readers never wait in WAL mode. Whatever goes wrong is
 * thrown as a problem in plain words.
 */
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;
  private static final int JOURNAL_BYTES = 64 << 20;
  private static final int READERS_KEPT = 4;
  private static final int WAL_ATTEMPTS = 100;

  private final Path file;
  private final CatalogTrouble trouble;
  private final Jdbi jdbi;
  private final Handle writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedDeque<Handle> readers = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private Database(Path file, CatalogTrouble trouble, Jdbi jdbi, Handle writer) {
    this.file = file;
    this.trouble = trouble;
    this.jdbi = jdbi;
    this.writer = writer;
  }

  /** Opens the file, making an empty one where there is none; nothing in it is changed. */
  static Database open(Path file) {
    CatalogTrouble trouble = new CatalogTrouble(file);
    Jdbi jdbi = Jdbi.create(() -> connect(file));
    try {
      return new Database(file, trouble, jdbi, jdbi.open());
    } catch (RuntimeException e) {
      throw trouble.of(e);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  /** Words for what goes wrong with it. */
  CatalogTrouble trouble() {
    return trouble;
  }

  /** Reads from one snapshot: what others commit meanwhile is not seen. */
  <T> T read(Function<Handle, T> work) {
    try {
      Handle handle = borrow();
      try {
        return inTransaction(handle, "BEGIN DEFERRED", work);
      } finally {
        giveBack(handle);
      }
    } catch (RuntimeException e) {
      throw trouble.of(e);
    }
  }

  /** Reads and writes in one transaction, all or nothing. */
  <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return inTransaction(writer, "BEGIN IMMEDIATE", work);
    } catch (RuntimeException e) {
      throw trouble.of(e);
    } finally {
      writing.unlock();
    }
  }

  /** As {@link #write} where nothing comes back. */
  void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Switches the file to write-ahead logging, once in its life. Not done at opening: a catalog that
   * is refused must stay as it is. Of several processes that try at once one may be told that the
   * file is busy, without SQLite's usual patience.
   */
  void useWriteAheadLog() {
    for (int attempt = 1; ; attempt++) {
      try {
        outsideTransaction(
            handle ->
                handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).findOne());
        return;
      } catch (ProblemException busy) {
        if (busy.problem().kind() != Problem.Kind.CONFLICT || attempt == WAL_ATTEMPTS) {
          throw busy;
        }
        LockSupport.parkNanos(attempt * 1_000_000L);
      }
    }
  }

  /** Runs a statement that SQLite wants outside any transaction. */
  void outsideTransaction(Consumer<Handle> work) {
    writing.lock();
    try {
      work.accept(writer);
    } catch (RuntimeException e) {
      throw trouble.of(e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Begins and ends by hand: the driver's own setAutoCommit takes the write lock once more after
   * every commit, and reports a committed transaction as failed when another process holds it.
   */
  private static <T> T inTransaction(Handle handle, String begin, Function<Handle, T> work) {
    run(handle, begin);
    try {
      T result = work.apply(handle);
      run(handle, "COMMIT");
      return result;
    } catch (RuntimeException | Error e) {
      try {
        run(handle, "ROLLBACK");
      } catch (RuntimeException alreadyRolledBack) {
        e.addSuppressed(alreadyRolledBack);
      }
      throw e;
    }
  }

  private static void run(Handle handle, String sql) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Handle borrow() {
    if (closed) {
      throw new IllegalStateException("the catalog is closed");
    }
    Handle idle = readers.pollFirst();
    return idle == null ? jdbi.open() : idle;
  }

  private void giveBack(Handle handle) {
    if (closed || readers.size() >= READERS_KEPT) {
      handle.close();
    } else {
      readers.addFirst(handle);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Handle handle = readers.pollFirst(); handle != null; handle = readers.pollFirst()) {
      handle.close();
    }
    writing.lock();
    try {
      writer.close();
    } finally {
      writing.unlock();
    }
  }
}
