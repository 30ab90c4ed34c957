package org.deltaworks.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.jdbi.v3.core.Handle;

/** The book of runs in SQLite. */
final class CatalogRuns implements RunStore {
  private final Database database;
  private final Clock clock;
  private final RunHistory history;
  private final RunEvents events;
  private final RunQueue queue;

  CatalogRuns(Database database, HomePaths paths, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.history = new RunHistory(paths);
    this.events = new RunEvents(paths);
    this.queue = new CatalogQueue(database, clock);
  }

  @Override
  public RunQueue queue() {
    return queue;
  }

  @Override
  public RunProposal propose(String name, TrainingDraft draft, String model) {
    return new RunProposal(database.write(NewRuns::reserve), name, draft, model);
  }

  @Override
  public Run create(RunProposal proposal) {
    return database.write(
        handle -> {
          NewRuns.insert(handle, proposal, clock.millis());
          return one(handle, "WHERE r.id = ?", proposal.id()).orElseThrow();
        });
  }

  @Override
  public List<Run> list() {
    return database.read(
        handle -> handle.createQuery(RunRows.LIST).map((row, context) -> RunRows.read(row)).list());
  }

  @Override
  public List<Run.Standing> standings() {
    return database.read(
        handle ->
            handle
                .createQuery(RunRows.STANDINGS)
                .map((row, context) -> RunRows.standing(row))
                .list());
  }

  @Override
  public Map<Long, Run> get(Collection<Long> ids) {
    return database.read(
        handle -> {
          Map<Long, Run> found = new HashMap<>();
          for (long id : ids) {
            one(handle, "WHERE r.id = ?", id).ifPresent(run -> found.put(id, run));
          }
          return found;
        });
  }

  @Override
  public Optional<Run> find(String name) {
    return database.read(handle -> one(handle, "WHERE r.name = ?", name));
  }

  @Override
  public Optional<Run> get(long id) {
    return database.read(handle -> one(handle, "WHERE r.id = ?", id));
  }

  private static Optional<Run> one(Handle handle, String where, Object key) {
    return handle
        .createQuery(RunRows.SELECT + where)
        .bind(0, key)
        .map((row, context) -> RunRows.read(row))
        .findOne();
  }

  @Override
  public String freeName(String stem) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(
        database.read(
            handle -> handle.createQuery("SELECT name FROM runs").mapTo(String.class).list()));
    return Names.free(stem, taken);
  }

  @Override
  public boolean move(long id, RunState next) {
    return database.write(handle -> RunStates.move(handle, id, next, clock.millis()));
  }

  @Override
  public boolean claim(long id, Run.Owner owner) {
    return database.write(handle -> RunStates.claim(handle, id, owner, clock.millis()));
  }

  @Override
  public void append(long id, TrainingEvent event) {
    database.change(handle -> events.append(handle, id, event));
  }

  @Override
  public void amend(long id, TrainingDraft draft) {
    database.change(
        handle -> {
          Run run = one(handle, "WHERE r.id = ?", id).orElseThrow(() -> RunStates.unknown(id));
          if (!run.state().atRest()) {
            throw Problem.of(
                    Kind.CONFLICT,
                    "The run %s %s.".formatted(run.name(), run.state().saying()),
                    "Pause it first, then change it.")
                .asException();
          }
          handle.execute(RunRows.AMEND, DraftText.said(draft), DraftText.defaults(), id);
        });
  }

  @Override
  public boolean requeue(long id, Run.Owner dead, TrainingEvent.Adjusted change) {
    return database.write(
        handle -> {
          boolean stillIts =
              one(handle, "WHERE r.id = ?", id)
                  .filter(run -> run.state() == RunState.RUNNING)
                  .flatMap(Run::owner)
                  .filter(dead::equals)
                  .isPresent();
          if (stillIts) {
            events.append(handle, id, change);
            RunStates.move(handle, id, RunState.FAILED, clock.millis());
            RunStates.move(handle, id, RunState.QUEUED, clock.millis());
          }
          return stillIts;
        });
  }

  @Override
  public void putFacts(long id, Run.Facts facts) {
    database.change(handle -> RunRows.putFacts(handle, id, facts));
  }

  @Override
  public void promise(long id, Run.Footprint said) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE runs SET promised_mb = ?, promised_seconds = ?,"
                    + " promised_disk_mb = ?"
                    + " WHERE id = ? AND promised_mb IS NULL",
                said.megabytes(),
                said.seconds(),
                said.diskMegabytes(),
                id));
  }

  @Override
  public Run.History history(long id, int afterStep) {
    return database.read(handle -> history.read(handle, id, afterStep));
  }

  @Override
  public void wish(long id, Wish wish) {
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO wishes SELECT id, ? FROM runs WHERE id = ?"
                    + " ON CONFLICT (run_id) DO UPDATE SET wish = excluded.wish",
                wish.name().toLowerCase(Locale.ROOT),
                id));
  }

  @Override
  public Optional<Wish> takeWish(long id) {
    // Asked after every step: look without the write lock first.
    boolean none =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT 1 FROM wishes WHERE run_id = ?")
                    .bind(0, id)
                    .mapTo(Integer.class)
                    .findOne()
                    .isEmpty());
    return none
        ? Optional.empty()
        : database.write(
            handle ->
                handle
                    .createQuery("DELETE FROM wishes WHERE run_id = ? RETURNING wish")
                    .bind(0, id)
                    .mapTo(String.class)
                    .findOne()
                    .map(wish -> Wish.valueOf(wish.toUpperCase(Locale.ROOT))));
  }

  @Override
  public List<Run.Checkpoint> checkpoints(long id) {
    return database.read(handle -> history.checkpoints(handle, id));
  }

  @Override
  public void forgetCheckpoint(long id, int step) {
    database.change(
        handle ->
            handle.execute("DELETE FROM checkpoints WHERE run_id = ? AND step = ?", id, step));
  }

  @Override
  public Map<Long, List<Double>> sparklines(Collection<Long> ids) {
    Map<Long, List<Double>> found = new HashMap<>();
    database.read(
        handle -> {
          for (long id : ids) {
            List<Double> points = RunEvents.sparkline(handle, id).drawn();
            if (!points.isEmpty()) {
              found.put(id, points);
            }
          }
          return found;
        });
    return found;
  }

  @Override
  public void delete(long id) {
    database.change(
        handle -> {
          Run run = one(handle, "WHERE r.id = ?", id).orElseThrow(() -> RunStates.unknown(id));
          if (!run.state().atRest()) {
            throw Problem.of(
                    Kind.CONFLICT,
                    "The run %s %s.".formatted(run.name(), run.state().saying()),
                    "Stop it first, then delete it.")
                .asException();
          }
          handle.execute("DELETE FROM runs WHERE id = ?", id);
        });
  }
}
