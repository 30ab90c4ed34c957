package org.deltaworks.cli.training;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a run begins now or waits for its turn. */
final class WaitOptions {
  @Option(
      names = "--queue",
      description = "Let the run wait until the others have ended, and return at once.")
  private boolean queue;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description = "Let the run wait at least until the clock shows this, and return at once.")
  private Optional<String> at = Optional.empty();

  /** Whether it waits. */
  boolean chosen() {
    return queue || at.isPresent();
  }

  /**
   * When it may start at the earliest.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if that is no time
   */
  Optional<Instant> notBefore() {
    return at.map(text -> ClockTime.of("at", text).after(ZonedDateTime.now()).toInstant());
  }
}
