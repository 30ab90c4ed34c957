package org.deltaworks.cli.training;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.deltaworks.domain.problem.Problem;

/**
 * A time of day on a command line, such as {@code 23:30}.
 *
 * @param time as the clock on the wall shows it
 */
record ClockTime(LocalTime time) {
  /**
   * Reads one.
   *
   * @param option that it stands behind
   * @throws org.deltaworks.domain.problem.ProblemException if it is none
   */
  static ClockTime of(String option, String text) {
    try {
      return new ClockTime(LocalTime.parse(text.length() == 4 ? "0" + text : text));
    } catch (DateTimeParseException e) {
      throw Problem.at(
              option,
              Problem.Kind.WRONG_USAGE,
              "\"%s\" is no time of day.".formatted(text),
              "Write hours and minutes, such as 23:30.")
          .asException(e);
    }
  }

  /** The next moment at which the clock shows it: today, or else tomorrow. */
  ZonedDateTime after(ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return today.isAfter(now) ? today : now.plusDays(1).with(time);
  }
}
