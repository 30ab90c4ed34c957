package org.deltaworks.worker.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/**
 * Why a proposed run was not begun, as a file in the run's folder: the process that refused it is
 * gone when it is read. Whoever asked removes the folder then.
 */
public final class Refusal {
  private static final String FILE = "refusal";

  private Refusal() {}

  /** Where it is written in a run's folder. */
  public static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  /** Its text. */
  public static String text(long run, Problem problem) {
    return Line.of(Reply.Failed.of(run, problem)) + "\n";
  }

  /** What a process wrote; empty if it died without a word, or what it wrote cannot be read. */
  public static Optional<Problem> read(Path folder) {
    Path file = file(folder);
    try {
      return Files.exists(file)
              && Line.reply(Files.readString(file).strip()) instanceof Reply.Failed failed
          ? Optional.of(failed.problem())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
