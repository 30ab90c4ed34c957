package org.deltaworks.cli.training;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Table;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.runs.WaitingRun;

/** The queue as scripts and as people read it. */
final class QueueWords {
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm");

  private QueueWords() {}

  /** The whole queue, after whatever a command did to it. */
  static Result of(Workbench bench) {
    List<WaitingRun> waiting = bench.queue().list();
    List<String> running = bench.runs().active().stream().map(Run::name).toList();
    List<String> lines =
        new ArrayList<>(
            Table.lines(
                List.of("PLACE", "RUN", "MODEL", "STARTS"),
                waiting.stream().map(w -> row(w, running.isEmpty())).toList(),
                "Nothing waits. Put a run there with: deltaworks train --queue --model polder"
                    + " --data FILE"));
    if (waiting.stream().anyMatch(QueueWords::isLater)) {
      lines.add(StartTime.REMINDER);
    }
    return Result.of(
        new Facts()
            .with("queue", waiting.stream().map(w -> facts(w).map()).toList())
            .with("running", running)
            .map(),
        lines);
  }

  /** A run that was put there just now. */
  static Result added(WaitingRun waiting) {
    return Result.of(
        new Facts().with("adapter", Optional.empty()).withAll(facts(waiting).map()).map(),
        "The run %s waits. It starts %s See the queue with: deltaworks queue list"
            .formatted(waiting.run().name(), starting(waiting)));
  }

  /** With what whoever waits for a time of day has to know. */
  private static String starting(WaitingRun waiting) {
    String starts = starts(waiting, false) + ".";
    return isLater(waiting) ? starts + " " + StartTime.REMINDER : starts;
  }

  private static boolean isLater(WaitingRun waiting) {
    return waiting.notBefore().filter(time -> time.isAfter(Instant.now())).isPresent();
  }

  private static Facts facts(WaitingRun waiting) {
    return RunFacts.row(waiting.run())
        .with("place", waiting.place())
        .with("held", waiting.held())
        .with("not_before", waiting.notBefore());
  }

  private static List<String> row(WaitingRun waiting, boolean idle) {
    return List.of(
        Integer.toString(waiting.place()),
        waiting.run().name(),
        waiting.run().model(),
        starts(waiting, idle));
  }

  private static String starts(WaitingRun waiting, boolean idle) {
    if (waiting.held()) {
      return "held until it is released";
    }
    return waiting
        .notBefore()
        .filter(time -> time.isAfter(Instant.now()))
        .map(time -> "not before " + DAY_AND_TIME.format(time.atZone(ZoneId.systemDefault())))
        .orElse(
            waiting.place() > 1
                ? "after %d others".formatted(waiting.place() - 1).replace(" 1 others", " 1 other")
                : idle ? "now" : "when what runs has ended");
  }
}
