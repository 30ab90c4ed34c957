package org.deltaworks.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.deltaworks.domain.training.Run;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads what a run left behind it. */
final class RunHistory {
  private final HomePaths paths;

  RunHistory(HomePaths paths) {
    this.paths = paths;
  }

  Run.History read(Handle handle, long id, int afterStep) {
    return new Run.History(
        steps(handle, id, afterStep),
        evaluations(handle, id),
        samples(handle, id),
        log(handle, id));
  }

  private static List<Run.StepPoint> steps(Handle handle, long id, int afterStep) {
    return handle
        .createQuery("SELECT * FROM steps WHERE run_id = ? AND step > ? ORDER BY step")
        .bind(0, id)
        .bind(1, afterStep)
        .map(
            (row, context) ->
                new Run.StepPoint(
                    row.getInt("step"),
                    Columns.measured(row, "loss"),
                    Columns.measured(row, "gradient_norm"),
                    Columns.measured(row, "learning_rate"),
                    row.getLong("tokens"),
                    row.getLong("label_tokens"),
                    Columns.measured(row, "seconds"),
                    at(row)))
        .list();
  }

  private static List<Run.EvaluationPoint> evaluations(Handle handle, long id) {
    return of(
        handle,
        id,
        "SELECT step, loss, at FROM evaluations WHERE run_id = ? ORDER BY step",
        (row, context) ->
            new Run.EvaluationPoint(row.getInt("step"), Columns.measured(row, "loss"), at(row)));
  }

  private static List<Run.Sample> samples(Handle handle, long id) {
    return of(
        handle,
        id,
        "SELECT step, prompt, answer, at FROM samples WHERE run_id = ? ORDER BY step, at, prompt",
        (row, context) ->
            new Run.Sample(
                row.getInt("step"), row.getString("prompt"), row.getString("answer"), at(row)));
  }

  private static List<Run.LogLine> log(Handle handle, long id) {
    return of(
        handle,
        id,
        "SELECT at, message FROM log_lines WHERE run_id = ? ORDER BY id",
        (row, context) -> new Run.LogLine(at(row), row.getString("message")));
  }

  List<Run.Checkpoint> checkpoints(Handle handle, long id) {
    return of(
        handle,
        id,
        "SELECT step, folder, at FROM checkpoints WHERE run_id = ? ORDER BY step",
        (row, context) ->
            new Run.Checkpoint(
                row.getInt("step"), paths.load(row.getString("folder")).toString(), at(row)));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return Instant.ofEpochMilli(row.getLong("at"));
  }

  private static <T> List<T> of(Handle handle, long id, String sql, RowMapper<T> mapper) {
    return handle.createQuery(sql).bind(0, id).map(mapper).list();
  }
}
