package org.deltaworks.cli.training;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.deltaworks.domain.training.ClockTime;
import picocli.CommandLine.Option;

/** When something that waits may start at the earliest. */
final class StartTime {
  /** What nobody who wants to train at night should learn in the morning. */
  static final String AFTER_A_RESTART =
      "after a restart nothing starts until Deltaworks is opened or any of its commands is typed.";

  /** The same, as a line of its own. */
  static final String REMINDER = "The computer has to be on then; " + AFTER_A_RESTART;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description = {
        "Wait at least until the clock shows this, and return at once.",
        "The computer has to be on then, and not restarted meanwhile: " + AFTER_A_RESTART
      })
  private Optional<String> at = Optional.empty();

  /** Whether one was given. */
  boolean given() {
    return at.isPresent();
  }

  /**
   * The moment.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it is no time of day
   */
  Optional<Instant> notBefore() {
    return at.map(text -> ClockTime.of("at", text).after(ZonedDateTime.now()).toInstant());
  }
}
