package org.deltaworks.worker.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.protocol.Refusal;

/**
 * The process that asked for a run and waits for the verdict.
 *
 * @param run key that is kept free for the run
 * @param process its id
 */
record Proposer(Path home, long run, long process) {
  /** Whether it still waits: when it is gone, nobody was told of the run and nobody wants it. */
  boolean waits() {
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Removes the folder of a run that nobody was told of. */
  void forget() {
    try {
      FileTree.delete(folder());
    } catch (IOException e) {
      System.err.println("Nobody waits for this run any more: " + e.getMessage());
    }
  }

  /** Tells it why the run was not written down. */
  void refuse(Problem problem) {
    AtomicFiles.writeText(Refusal.file(folder()), Refusal.text(run, problem));
  }

  private Path folder() {
    return Folders.find(Optional.of(home)).run(run);
  }
}
