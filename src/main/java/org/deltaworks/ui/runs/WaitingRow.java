package org.deltaworks.ui.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.deltaworks.service.runs.WaitingRun;

/**
 * A run in the queue, in words.
 *
 * @param waiting the run and how it waits
 * @param last whether none waits behind it
 */
record WaitingRow(WaitingRun waiting, boolean last) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm");

  long id() {
    return waiting.run().id();
  }

  String name() {
    return waiting.run().name();
  }

  boolean first() {
    return waiting.place() == 1;
  }

  /** Whether it waits for a person, or for a time that has not come. */
  boolean held() {
    return waiting.held() || waiting.notBefore().filter(t -> t.isAfter(Instant.now())).isPresent();
  }

  /** What it waits for. */
  String when() {
    if (waiting.held()) {
      return "held until you let it go";
    }
    if (held()) {
      return waiting
          .notBefore()
          .map(time -> "not before " + TIME.format(time.atZone(ZoneId.systemDefault())))
          .orElse("");
    }
    return first() ? "next" : "number %d".formatted(waiting.place());
  }
}
