package org.deltaworks.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.jdbi.v3.core.Handle;

/** Rows of the table runs, joined with run_progress, as records. */
final class RunRows {
  /** The long list of defaults is compared inside SQLite and read only where it is another one. */
  static final String SELECT =
      """
      SELECT r.id, r.name, r.state, r.said, nullif(r.defaults, '%s') AS defaults, r.model, r.created,
        r.started, r.ended, r.planned_steps, r.owner_process, r.owner_started, r.result,
        r.result_step,
        r.problem_kind, r.problem_message, r.problem_remedy, r.problem_field, r.trainable,
        r.total_parameters, r.seconds_to_first_step, r.peak_resident_mb, r.seconds_of_work,
        r.promised_mb, r.promised_seconds, r.corrected_mb, r.corrected_seconds,
        r.promised_disk_mb, r.corrected_disk_mb, r.peak_disk_mb,
        coalesce(p.step, 0) AS step, p.loss, p.evaluation_loss
      FROM runs r LEFT JOIN run_progress p ON p.run_id = r.id
      """
          .formatted(DraftText.defaults().replace("'", "''"));

  /** Newest first, from the rows of the runs alone: their points are never looked at. */
  static final String LIST = SELECT + "ORDER BY r.id DESC";

  /** As {@link #LIST}, from an index alone. */
  static final String STANDINGS =
      "SELECT id, state, ended FROM runs INDEXED BY runs_standing ORDER BY id DESC";

  /** Other settings: what was corrected for the old ones is no longer true. */
  static final String AMEND =
      "UPDATE runs SET said = ?, defaults = ?, corrected_mb = NULL, corrected_seconds = NULL"
          + " WHERE id = ?";

  private RunRows() {}

  static void putFacts(Handle handle, long id, Run.Facts facts) {
    handle.execute(
        "UPDATE runs SET trainable = ?, total_parameters = ?, seconds_to_first_step = ?,"
            + " peak_resident_mb = ?, seconds_of_work = ?, promised_mb = ?, promised_seconds = ?,"
            + " corrected_mb = ?, corrected_seconds = ?, promised_disk_mb = ?,"
            + " corrected_disk_mb = ?, peak_disk_mb = ? WHERE id = ?",
        facts.trainable(),
        facts.totalParameters(),
        facts.secondsToFirstStep(),
        facts.taken().megabytes(),
        facts.taken().seconds(),
        facts.promised().map(Run.Footprint::megabytes).orElse(null),
        facts.promised().map(Run.Footprint::seconds).orElse(null),
        facts.corrected().map(Run.Footprint::megabytes).orElse(null),
        facts.corrected().map(Run.Footprint::seconds).orElse(null),
        facts.promised().map(Run.Footprint::diskMegabytes).orElse(0.0),
        facts.corrected().map(Run.Footprint::diskMegabytes).orElse(0.0),
        facts.taken().diskMegabytes(),
        id);
  }

  static Run.Standing standing(ResultSet row) throws SQLException {
    return new Run.Standing(row.getLong("id"), state(row), Columns.instant(row, "ended"));
  }

  private static RunState state(ResultSet row) throws SQLException {
    return RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  static Run read(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("id"),
        row.getString("name"),
        state(row),
        DraftText.read(row.getString("said"), row.getString("defaults")),
        row.getString("model"),
        Instant.ofEpochMilli(row.getLong("created")),
        Columns.instant(row, "started"),
        Columns.instant(row, "ended"),
        row.getInt("planned_steps"),
        new Run.Progress(
            row.getInt("step"),
            Columns.number(row, "loss"),
            Columns.number(row, "evaluation_loss")),
        process(row, "owner_process", "owner_started"),
        Columns.text(row, "result"),
        Columns.whole(row, "result_step"),
        problem(row),
        new Run.Facts(
            row.getLong("trainable"),
            row.getLong("total_parameters"),
            row.getDouble("seconds_to_first_step"),
            footprint(row, "promised"),
            footprint(row, "corrected"),
            new Run.Footprint(
                row.getDouble("peak_resident_mb"),
                row.getDouble("seconds_of_work"),
                row.getDouble("peak_disk_mb"))));
  }

  private static Optional<Run.Footprint> footprint(ResultSet row, String what) throws SQLException {
    Optional<Double> memory = Columns.number(row, what + "_mb");
    double time = row.getDouble(what + "_seconds");
    double disk = row.getDouble(what + "_disk_mb");
    return memory.map(size -> new Run.Footprint(size, time, disk));
  }

  /** A process by two columns, where there is one. */
  static Optional<Run.Owner> process(ResultSet row, String id, String started) throws SQLException {
    long process = row.getLong(id);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Run.Owner(process, row.getLong(started)));
  }

  /** One run by key. */
  static Optional<Run> one(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "WHERE r.id = ?")
        .bind(0, id)
        .map((row, context) -> read(row))
        .findOne();
  }

  private static Optional<Problem> problem(ResultSet row) throws SQLException {
    Optional<String> kind = Columns.text(row, "problem_kind");
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Problem.Kind.valueOf(kind.get()),
                row.getString("problem_message"),
                row.getString("problem_remedy"),
                Columns.text(row, "problem_field")));
  }
}
