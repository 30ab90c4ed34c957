package org.deltaworks.catalog;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Setting;
import org.jdbi.v3.core.Handle;

/** Keys and rows of runs that come to be. Every method belongs into a writing transaction. */
final class NewRuns {
  private NewRuns() {}

  /**
   * Takes the next key of the table without a row: SQLite keeps the highest key of an AUTOINCREMENT
   * table in a table of its own, which may be written to.
   */
  static long reserve(Handle handle) {
    handle.execute(
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'runs', 0"
            + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'runs')");
    return handle
        .createQuery("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'runs' RETURNING seq")
        .mapTo(Long.class)
        .one();
  }

  /** Writes the row, or refuses it with a conflict. */
  static void insert(Handle handle, RunProposal proposal, long now) {
    refuseTakenName(handle, proposal.name());
    refuseSharedOutput(handle, proposal.draft().text(Setting.OUT));
    handle.execute(
        "INSERT INTO runs (id, name, state, said, defaults, model, created)"
            + " VALUES (?, ?, 'queued', ?, ?, ?, ?)",
        proposal.id(),
        proposal.name(),
        DraftText.said(proposal.draft()),
        DraftText.defaults(),
        proposal.model(),
        now);
  }

  private static void refuseTakenName(Handle handle, String name) {
    boolean taken =
        handle
            .createQuery("SELECT 1 FROM runs WHERE name = ?")
            .bind(0, name)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (taken) {
      throw Problem.at(
              Setting.NAME.option(),
              Kind.CONFLICT,
              "There is a run called %s already.".formatted(name),
              "Choose another name.")
          .asException();
    }
  }

  /** Here and not before, so that of two that are asked for at once only one gets the folder. */
  private static void refuseSharedOutput(Handle handle, String out) {
    if (out.isBlank()) {
      return;
    }
    boolean taken =
        handle
            .createQuery("SELECT said FROM runs WHERE state IN ('queued', 'running')")
            .mapTo(String.class)
            .stream()
            .map(said -> DraftText.read(said, null))
            .map(draft -> draft.text(Setting.OUT))
            .anyMatch(out::equals);
    if (taken) {
      throw Problem.at(
              Setting.OUT.option(),
              Kind.CONFLICT,
              "Another run is about to write to \"%s\".".formatted(out),
              "Choose another folder, or wait until that run has ended.")
          .asException();
    }
  }
}
