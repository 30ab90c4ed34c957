package org.deltaworks.domain.training;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.deltaworks.domain.problem.Problem;

/**
 * A time of day as a person writes it, such as {@code 23:30}.
 *
 * @param time as the clock on the wall shows it
 */
public record ClockTime(LocalTime time) {
  /**
   * Reads one.
   *
   * @param option or field that it stands in
   * @throws org.deltaworks.domain.problem.ProblemException if it is none
   */
  public static ClockTime of(String option, String text) {
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
  public ZonedDateTime after(ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return today.isAfter(now) ? today : now.plusDays(1).with(time);
  }
}
