package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTimeTest {
  @ParameterizedTest
  @CsvSource({
    "23:30, 2026-11-25T23:30+01:00[Europe/Amsterdam]",
    "9:05,  2026-11-26T09:05+01:00[Europe/Amsterdam]",
    "14:00, 2026-11-26T14:00+01:00[Europe/Amsterdam]"
  })
  void itIsTheNextMomentAtWhichTheClockShowsIt(String text, ZonedDateTime expected) {
    ZonedDateTime now = ZonedDateTime.parse("2026-11-25T14:00+01:00[Europe/Amsterdam]");
    assertThat(ClockTime.of("at", text).after(now)).isEqualTo(expected);
  }

  @Test
  void theNightOnWhichTheClockIsSetBackIsNoneTooShort() {
    ZonedDateTime now = ZonedDateTime.parse("2026-10-24T23:00+02:00[Europe/Amsterdam]");
    assertThat(ClockTime.of("at", "06:00").after(now))
        .isEqualTo(ZonedDateTime.parse("2026-10-25T06:00+01:00[Europe/Amsterdam]"));
  }

  @Test
  void whatIsNoTimeIsSaidBesideItsOption() {
    assertThatThrownBy(() -> ClockTime.of("at", "soon"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().field()).contains("at"));
  }
}
