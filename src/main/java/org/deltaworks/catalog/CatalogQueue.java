package org.deltaworks.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The queue in SQLite. */
final class CatalogQueue implements RunQueue {
  private static final String SELECT =
      "SELECT run_id, held, not_before, starter_process, starter_started FROM waiting ";

  /** A run that waits has no process; one that is being started has one, or will in a moment. */
  private static final String WITH_PROCESS =
      """
      SELECT 1 FROM runs r WHERE r.state = 'running' OR r.state = 'queued' AND NOT EXISTS
        (SELECT 1 FROM waiting w WHERE w.run_id = r.id AND w.starter_process IS NULL) LIMIT 1
      """;

  private static final String NEXT =
      """
      SELECT run_id FROM waiting
      WHERE held = 0 AND starter_process IS NULL AND coalesce(not_before, 0) <= ?
      ORDER BY place LIMIT 1
      """;

  private final Database database;
  private final Clock clock;

  CatalogQueue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Entry> waiting() {
    return database.read(
        handle ->
            handle.createQuery(SELECT + "ORDER BY place").map((row, context) -> entry(row)).list());
  }

  @Override
  public Optional<Entry> find(long run) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "WHERE run_id = ?")
                .bind(0, run)
                .map((row, context) -> entry(row))
                .findOne());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("run_id"),
        row.getBoolean("held"),
        Columns.instant(row, "not_before"),
        RunRows.process(row, "starter_process", "starter_started"));
  }

  @Override
  public Run create(RunProposal proposal, Optional<Instant> notBefore) {
    return database.write(
        handle -> {
          insert(handle, proposal, notBefore, clock.millis());
          return RunRows.one(handle, proposal.id()).orElseThrow();
        });
  }

  /** Writes a new run down behind all others, inside a transaction. */
  static void insert(Handle handle, RunProposal proposal, Optional<Instant> notBefore, long now) {
    NewRuns.insert(handle, proposal, now);
    append(handle, proposal.id(), notBefore);
  }

  private static void append(Handle handle, long run, Optional<Instant> notBefore) {
    handle.execute(
        "INSERT INTO waiting (run_id, place, not_before)"
            + " SELECT ?, coalesce(max(place), 0) + 1, ? FROM waiting",
        run,
        notBefore.map(Instant::toEpochMilli).orElse(null));
  }

  @Override
  public boolean put(long run) {
    return database.write(
        handle -> {
          boolean moved = RunStates.move(handle, run, RunState.QUEUED, clock.millis());
          if (moved) {
            append(handle, run, Optional.empty());
          }
          return moved;
        });
  }

  @Override
  public boolean move(long run, Move where) {
    return database.write(
        handle -> {
          List<Long> order =
              new ArrayList<>(
                  handle
                      .createQuery("SELECT run_id FROM waiting ORDER BY place")
                      .mapTo(Long.class)
                      .list());
          int from = order.indexOf(run);
          if (from < 0) {
            return false;
          }
          order.remove(from);
          order.add(target(where, from, order.size()), run);
          for (int place = 0; place < order.size(); place++) {
            handle.execute(
                "UPDATE waiting SET place = ? WHERE run_id = ?", place + 1, order.get(place));
          }
          return true;
        });
  }

  private static int target(Move where, int from, int last) {
    return switch (where) {
      case FIRST -> 0;
      case UP -> Math.max(0, from - 1);
      case DOWN -> Math.min(last, from + 1);
      case LAST -> last;
    };
  }

  @Override
  public boolean hold(long run, Optional<Instant> until) {
    return changed(
        "UPDATE waiting SET held = ?, not_before = ? WHERE run_id = ? AND starter_process IS NULL",
        until.isPresent() ? 0 : 1,
        until.map(Instant::toEpochMilli).orElse(null),
        run);
  }

  @Override
  public boolean release(long run) {
    return changed("UPDATE waiting SET held = 0, not_before = NULL WHERE run_id = ?", run);
  }

  private boolean changed(String sql, @Nullable Object... values) {
    return database.write(handle -> handle.execute(sql, values) > 0);
  }

  @Override
  public boolean cancel(long run) {
    return database.write(
        handle ->
            handle.execute("DELETE FROM waiting WHERE run_id = ? AND starter_process IS NULL", run)
                    > 0
                && RunStates.move(handle, run, RunState.STOPPED, clock.millis()));
  }

  @Override
  public Optional<Run> take(Run.Owner starter, Instant now) {
    return database.write(
        handle -> {
          if (handle.createQuery(WITH_PROCESS).mapTo(Integer.class).findOne().isPresent()) {
            return Optional.empty();
          }
          Optional<Long> next =
              handle.createQuery(NEXT).bind(0, now.toEpochMilli()).mapTo(Long.class).findOne();
          next.ifPresent(
              run ->
                  handle.execute(
                      "UPDATE waiting SET starter_process = ?, starter_started = ?"
                          + " WHERE run_id = ?",
                      starter.processId(),
                      starter.startedMillis(),
                      run));
          return next.flatMap(run -> RunRows.one(handle, run));
        });
  }

  @Override
  public void launched(long run, Run.Owner starter) {
    changed(
        "DELETE FROM waiting WHERE run_id = ? AND starter_process = ? AND starter_started = ?",
        run,
        starter.processId(),
        starter.startedMillis());
  }

  @Override
  public void giveBack(long run, Run.Owner starter) {
    changed(
        "UPDATE waiting SET starter_process = NULL, starter_started = NULL"
            + " WHERE run_id = ? AND starter_process = ? AND starter_started = ?",
        run,
        starter.processId(),
        starter.startedMillis());
  }

  @Override
  public boolean keep(Run.Owner self, Predicate<Run.Owner> alive) {
    return database.write(
        handle -> {
          if (keeper(handle).filter(k -> !k.equals(self)).filter(alive).isPresent()) {
            return false;
          }
          handle.execute(
              "INSERT OR REPLACE INTO queue_keeper (id, process, started) VALUES (1, ?, ?)",
              self.processId(),
              self.startedMillis());
          return true;
        });
  }

  @Override
  public Optional<Run.Owner> keeper() {
    return database.read(CatalogQueue::keeper);
  }

  private static Optional<Run.Owner> keeper(Handle handle) {
    return handle
        .createQuery("SELECT process, started FROM queue_keeper")
        .map((row, context) -> new Run.Owner(row.getLong("process"), row.getLong("started")))
        .findOne();
  }

  @Override
  public boolean endKeeping(Run.Owner self) {
    // Asked every second: look without the write lock first.
    return !somethingCouldStart()
        && database.write(
            handle -> {
              if (somethingCouldStart(handle)) {
                return false;
              }
              handle.execute(
                  "DELETE FROM queue_keeper WHERE process = ? AND started = ?",
                  self.processId(),
                  self.startedMillis());
              return true;
            });
  }

  private boolean somethingCouldStart() {
    return database.read(CatalogQueue::somethingCouldStart);
  }

  private static boolean somethingCouldStart(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM waiting WHERE held = 0 LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
