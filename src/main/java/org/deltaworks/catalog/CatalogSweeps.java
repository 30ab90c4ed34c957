package org.deltaworks.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Sweep;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.SweepStore;
import org.jdbi.v3.core.Handle;

/** The sweeps in SQLite. */
final class CatalogSweeps implements SweepStore {
  private static final String SELECT =
      """
      SELECT s.id, s.name, s.varied, s.metric, s.created, group_concat(r.run_id) AS runs
      FROM sweeps s JOIN (SELECT * FROM sweep_runs ORDER BY run_id) r ON r.sweep_id = s.id
      """;

  private final Database database;
  private final Clock clock;

  CatalogSweeps(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Sweep create(
      String name,
      List<Setting> varied,
      SweepMetric metric,
      Run first,
      List<RunProposal> others,
      Optional<Instant> notBefore) {
    return database.write(
        handle -> {
          refuseTakenName(handle, name);
          long sweep = insert(handle, name, varied, metric);
          member(handle, sweep, first.id());
          for (RunProposal other : others) {
            CatalogQueue.insert(handle, other, notBefore, clock.millis());
            member(handle, sweep, other.id());
          }
          return one(handle, name).orElseThrow();
        });
  }

  private static void refuseTakenName(Handle handle, String name) {
    // One whose runs are all deleted is in no list and gives its name free.
    handle.execute(
        "DELETE FROM sweeps WHERE name = ?"
            + " AND NOT EXISTS (SELECT 1 FROM sweep_runs r WHERE r.sweep_id = sweeps.id)",
        name);
    if (one(handle, name).isPresent()) {
      throw Problem.at(
              Setting.NAME.option(),
              Problem.Kind.CONFLICT,
              "There is a sweep called %s already.".formatted(name),
              "Choose another name.")
          .asException();
    }
  }

  private long insert(Handle handle, String name, List<Setting> varied, SweepMetric metric) {
    return handle
        .createQuery(
            "INSERT INTO sweeps (name, varied, metric, created) VALUES (?, ?, ?, ?) RETURNING id")
        .bind(0, name)
        .bind(1, varied.stream().map(Setting::option).collect(Collectors.joining(",")))
        .bind(2, metric.code())
        .bind(3, clock.millis())
        .mapTo(Long.class)
        .one();
  }

  private static void member(Handle handle, long sweep, long run) {
    handle.execute("INSERT INTO sweep_runs (run_id, sweep_id) VALUES (?, ?)", run, sweep);
  }

  @Override
  public List<Sweep> list() {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "GROUP BY s.id ORDER BY s.id DESC")
                .map((row, context) -> read(row))
                .list());
  }

  @Override
  public Optional<Sweep> find(String name) {
    return database.read(handle -> one(handle, name));
  }

  private static Optional<Sweep> one(Handle handle, String name) {
    return handle
        .createQuery(SELECT + "WHERE s.name = ? GROUP BY s.id")
        .bind(0, name)
        .map((row, context) -> read(row))
        .findOne();
  }

  private static Sweep read(ResultSet row) throws SQLException {
    return new Sweep(
        row.getLong("id"),
        row.getString("name"),
        Arrays.stream(row.getString("varied").split(",", -1))
            .flatMap(option -> Setting.of(option).stream())
            .toList(),
        SweepMetric.of(row.getString("metric")).orElse(SweepMetric.HELD_OUT),
        Instant.ofEpochMilli(row.getLong("created")),
        Arrays.stream(row.getString("runs").split(",", -1)).map(Long::valueOf).sorted().toList());
  }
}
