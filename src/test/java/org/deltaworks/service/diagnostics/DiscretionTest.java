package org.deltaworks.service.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscretionTest {
  private final Discretion discretion =
      new Discretion(
          Path.of("/home/marieke/.local/share/deltaworks"),
          Path.of("/home/marieke"),
          "marieke",
          Map.of("HF_TOKEN", "plainword123", "PATH", "/usr/bin"));

  @Test
  void pathsNamesAndSecretsAreTakenOut() {
    assertThat(
            discretion.text(
                "/home/marieke/.local/share/deltaworks/logs of marieke, /home/marieke/x,"
                    + " /Users/jan/y, C:\\Users\\jan\\z, plainword123, hf_abcdefghijklmnop,"
                    + " /usr/bin"))
        .isEqualTo(
            "(Deltaworks home)/logs of (name), (home)/x, (home)/y, (home)\\z, (secret), (secret),"
                + " /usr/bin");
  }

  @Test
  void aNameIsOnlyTakenOutWhereItStandsAlone() {
    Discretion short1 =
        new Discretion(Path.of("/h"), Path.of("/u"), "run", Map.of("HF_TOKEN", "a"));
    assertThat(short1.text("running the run, a")).isEqualTo("running the (name), a");
  }

  @Test
  void aLogKeepsWhereAndLosesWhatWasQuoted() {
    assertThat(
            discretion.log(
                "2026-01-01T10:00:00.000Z WARNING [1/2] a.B: the row \"Dear diary\" is odd"
                    + " | java.lang.IllegalStateException: Dear diary | and more of it"
                    + " | at org.deltaworks.A.b(A.java:1)"
                    + " | Caused by: org.deltaworks.domain.problem.ProblemException: has the"
                    + " columns Dear diary | at org.deltaworks.C.d(C.java:2) | ... 3 more"))
        .isEqualTo(
            "2026-01-01T10:00:00.000Z WARNING [1/2] a.B: the row \"…\" is odd"
                + " | java.lang.IllegalStateException"
                + " | at org.deltaworks.A.b(A.java:1)"
                + " | Caused by: org.deltaworks.domain.problem.ProblemException"
                + " | at org.deltaworks.C.d(C.java:2) | ... 3 more\n");
  }
}
