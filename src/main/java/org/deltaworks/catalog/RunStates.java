package org.deltaworks.catalog;

import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.jdbi.v3.core.Handle;

/** Moves runs from state to state, by {@link RunState}'s table alone. */
final class RunStates {
  private RunStates() {}

  static RunState of(Handle handle, long id) {
    return find(handle, id).orElseThrow(() -> unknown(id));
  }

  private static Optional<RunState> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT state FROM runs WHERE id = ?")
        .bind(0, id)
        .mapTo(String.class)
        .findOne()
        .map(code -> RunState.valueOf(code.toUpperCase(Locale.ROOT)));
  }

  static ProblemException unknown(long id) {
    return Problem.of(
            Kind.NOT_FOUND, "There is no run number %d.".formatted(id), "It may have been deleted.")
        .asException();
  }

  /** Changes the state if the table allows it; says whether it did. What waited waits no longer. */
  static boolean move(Handle handle, long id, RunState next, long now) {
    if (find(handle, id).filter(present -> present.mayBecome(next)).isEmpty()) {
      return false;
    }
    handle.execute("DELETE FROM waiting WHERE run_id = ?", id);
    if (next.atRest()) {
      handle.execute(
          "UPDATE runs SET state = ?, ended = ?, owner_process = NULL, owner_started = NULL"
              + " WHERE id = ?",
          next.code(),
          now,
          id);
      handle.execute("DELETE FROM wishes WHERE run_id = ?", id);
    } else {
      handle.execute(
          """
          UPDATE runs SET state = ?, started = CASE WHEN ? = 'running' THEN coalesce(started, ?) ELSE started END,
            ended = NULL, owner_process = NULL, owner_started = NULL, result = NULL,
            result_step = NULL,
            problem_kind = NULL, problem_message = NULL, problem_remedy = NULL, problem_field = NULL
          WHERE id = ?
          """,
          next.code(),
          next.code(),
          now,
          id);
    }
    return true;
  }

  /** A process takes a queued run. */
  static boolean claim(Handle handle, long id, Run.Owner owner, long now) {
    if (find(handle, id).filter(RunState.QUEUED::equals).isEmpty()) {
      return false;
    }
    move(handle, id, RunState.RUNNING, now);
    handle.execute(
        "UPDATE runs SET owner_process = ?, owner_started = ? WHERE id = ?",
        owner.processId(),
        owner.startedMillis(),
        id);
    return true;
  }
}
