package org.deltaworks.catalog;

import java.time.Instant;
import java.util.Locale;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.domain.training.TrainingEvent.Adjusted;
import org.deltaworks.domain.training.TrainingEvent.Chosen;
import org.deltaworks.domain.training.TrainingEvent.Evaluated;
import org.deltaworks.domain.training.TrainingEvent.Failed;
import org.deltaworks.domain.training.TrainingEvent.Finished;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.domain.training.TrainingEvent.Paused;
import org.deltaworks.domain.training.TrainingEvent.Sampled;
import org.deltaworks.domain.training.TrainingEvent.Saved;
import org.deltaworks.domain.training.TrainingEvent.Started;
import org.deltaworks.domain.training.TrainingEvent.Stepped;
import org.deltaworks.domain.training.TrainingEvent.Stopped;
import org.jdbi.v3.core.Handle;

/** Writes what happened, and what follows from it, within the caller's transaction. */
final class RunEvents {
  private final HomePaths paths;

  RunEvents(HomePaths paths) {
    this.paths = paths;
  }

  void append(Handle handle, long id, TrainingEvent event) {
    switch (event) {
      case Started started -> started(handle, id, started);
      case Stepped stepped -> stepped(handle, id, stepped);
      case Evaluated evaluated -> evaluated(handle, id, evaluated);
      case Chosen chosen -> chosen(handle, id, chosen);
      case Sampled sampled -> sampled(handle, id, sampled);
      case Saved saved -> saved(handle, id, saved);
      case Adjusted adjusted -> adjusted(handle, id, adjusted);
      case Noted noted -> {
        RunStates.of(handle, id);
        log(handle, id, noted.at(), noted.message());
      }
      case Paused paused -> {
        come(handle, id, RunState.PAUSED, paused.at());
        log(handle, id, paused.at(), "Paused after step %d.".formatted(paused.step()));
      }
      case Stopped stopped -> {
        come(handle, id, RunState.STOPPED, stopped.at());
        result(handle, id, stopped.result());
        log(
            handle,
            id,
            stopped.at(),
            stopped.result().isBlank()
                ? "Stopped after step %d.".formatted(stopped.step())
                : "Stopped after step %d; what was learnt is kept as %s."
                    .formatted(stopped.step(), stopped.result()));
      }
      case Finished finished -> {
        come(handle, id, RunState.FINISHED, finished.at());
        result(handle, id, finished.result());
        log(
            handle,
            id,
            finished.at(),
            "Finished after step %d: %s.".formatted(finished.step(), finished.result()));
      }
      case Failed failed -> failed(handle, id, failed);
    }
  }

  private static void started(Handle handle, long id, Started event) {
    requireRunning(handle, id);
    handle.execute(
        "UPDATE runs SET planned_steps = ?, train_rows = ?, held_out_rows = ?, trainable = ?,"
            + " total_parameters = ? WHERE id = ?",
        event.steps(),
        event.trainRows(),
        event.heldOutRows(),
        event.trainable(),
        event.total(),
        id);
    log(
        handle,
        id,
        event.at(),
        "Training %s in %s: %s to learn from, %d held out."
            .formatted(
                Counted.of(event.trainable(), "number"),
                Counted.of(event.steps(), "step"),
                Counted.of(event.trainRows(), "row"),
                event.heldOutRows()));
  }

  private static void stepped(Handle handle, long id, Stepped event) {
    requireRunning(handle, id);
    if (event.step() <= lastStep(handle, id)) {
      goBack(handle, id, event.step());
    }
    handle.execute(
        "INSERT INTO steps (run_id, step, at, loss, gradient_norm, learning_rate, tokens,"
            + " label_tokens, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        event.step(),
        event.at().toEpochMilli(),
        event.loss(),
        event.gradientNorm(),
        event.learningRate(),
        event.tokens(),
        event.labelTokens(),
        event.seconds());
    byte[] sparkline = sparkline(handle, id).plus(event.loss()).bytes();
    handle.execute(
        "INSERT INTO run_progress (run_id, step, loss, sparkline) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (run_id) DO UPDATE SET step = excluded.step, loss = excluded.loss,"
            + " sparkline = excluded.sparkline",
        id,
        event.step(),
        event.loss(),
        sparkline);
  }

  private static int lastStep(Handle handle, long id) {
    return handle
        .createQuery("SELECT step FROM run_progress WHERE run_id = ?")
        .bind(0, id)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** The run went on from a checkpoint before this step: what came from here on is done anew. */
  private static void goBack(Handle handle, long id, int step) {
    for (String table : new String[] {"steps", "evaluations", "samples"}) {
      handle.execute("DELETE FROM " + table + " WHERE run_id = ? AND step >= ?", id, step);
    }
    Sparkline redrawn = Sparkline.EMPTY;
    for (double loss :
        handle
            .createQuery("SELECT loss FROM steps WHERE run_id = ? AND loss NOT NULL ORDER BY step")
            .bind(0, id)
            .mapTo(Double.class)
            .list()) {
      redrawn = redrawn.plus(loss);
    }
    handle.execute("UPDATE run_progress SET sparkline = ? WHERE run_id = ?", redrawn.bytes(), id);
  }

  static Sparkline sparkline(Handle handle, long id) {
    return handle
        .createQuery("SELECT sparkline FROM run_progress WHERE run_id = ?")
        .bind(0, id)
        .map((row, context) -> Sparkline.read(row.getBytes("sparkline")))
        .findOne()
        .orElse(Sparkline.EMPTY);
  }

  private static void evaluated(Handle handle, long id, Evaluated event) {
    requireRunning(handle, id);
    handle.execute(
        "INSERT OR REPLACE INTO evaluations (run_id, step, at, loss, label_tokens)"
            + " VALUES (?, ?, ?, ?, ?)",
        id,
        event.step(),
        event.at().toEpochMilli(),
        event.loss(),
        event.labelTokens());
    handle.execute(
        "INSERT INTO run_progress (run_id, evaluation_loss) VALUES (?, ?)"
            + " ON CONFLICT (run_id) DO UPDATE SET evaluation_loss = excluded.evaluation_loss",
        id,
        event.loss());
  }

  private static void adjusted(Handle handle, long id, Adjusted event) {
    requireRunning(handle, id);
    handle.execute(RunRows.AMEND, DraftText.said(event.draft()), DraftText.defaults(), id);
    log(handle, id, event.at(), event.why());
  }

  private static void chosen(Handle handle, long id, Chosen event) {
    requireRunning(handle, id);
    handle.execute("UPDATE runs SET result_step = ? WHERE id = ?", event.step(), id);
    log(
        handle,
        id,
        event.at(),
        "Step %d did best on the held-out rows (%s), so what was learnt until then is kept."
            .formatted(event.step(), String.format(Locale.ROOT, "%.4f", event.loss())));
  }

  private static void sampled(Handle handle, long id, Sampled event) {
    requireRunning(handle, id);
    handle.execute(
        "INSERT OR REPLACE INTO samples (run_id, step, prompt, at, answer) VALUES (?, ?, ?, ?, ?)",
        id,
        event.step(),
        event.prompt(),
        event.at().toEpochMilli(),
        event.answer());
  }

  private void saved(Handle handle, long id, Saved event) {
    requireRunning(handle, id);
    handle.execute(
        "INSERT OR REPLACE INTO checkpoints (run_id, step, at, folder) VALUES (?, ?, ?, ?)",
        id,
        event.step(),
        event.at().toEpochMilli(),
        paths.store(event.folder()));
    log(handle, id, event.at(), "Saved a checkpoint after step %d.".formatted(event.step()));
  }

  private static void failed(Handle handle, long id, Failed event) {
    come(handle, id, RunState.FAILED, event.at());
    Problem problem = event.problem();
    handle.execute(
        "UPDATE runs SET problem_kind = ?, problem_message = ?, problem_remedy = ?,"
            + " problem_field = ? WHERE id = ?",
        problem.kind().name(),
        problem.message(),
        problem.remedy(),
        problem.field().orElse(null),
        id);
    log(handle, id, event.at(), "Failed after step %d. %s".formatted(event.step(), problem.line()));
  }

  private static void requireRunning(Handle handle, long id) {
    RunState state = RunStates.of(handle, id);
    if (state != RunState.RUNNING) {
      throw conflict(id, state.saying() + ", so nothing more can happen in it");
    }
  }

  private static void come(Handle handle, long id, RunState next, Instant at) {
    RunState state = RunStates.of(handle, id);
    if (!RunStates.move(handle, id, next, at.toEpochMilli())) {
      throw conflict(id, state.saying() + " and cannot become " + next.code());
    }
  }

  private static org.deltaworks.domain.problem.ProblemException conflict(long id, String why) {
    return Problem.of(
            Kind.CONFLICT,
            "The run number %d %s.".formatted(id, why),
            "Look at the run's page: another process may have ended it.")
        .asException();
  }

  private static void result(Handle handle, long id, String result) {
    handle.execute("UPDATE runs SET result = ? WHERE id = ?", Columns.orNull(result), id);
  }

  private static void log(Handle handle, long id, Instant at, String message) {
    handle.execute(
        "INSERT INTO log_lines (run_id, at, message) VALUES (?, ?, ?)",
        id,
        at.toEpochMilli(),
        message);
  }
}
