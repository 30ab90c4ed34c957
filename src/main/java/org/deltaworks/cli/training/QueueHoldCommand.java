package org.deltaworks.cli.training;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.ClockTime;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps runs from starting: until they are released, or until a time. */
@Command(
    name = "hold",
    description = "Keeps waiting runs from starting.",
    footer = {"", "To train overnight: deltaworks queue hold --until 22:00"})
public final class QueueHoldCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final WaitingRuns runs = new WaitingRuns();

  @Option(
      names = "--until",
      paramLabel = "HH:MM",
      description = {"Let them start by themselves when the clock shows this.", StartTime.REMINDER})
  private Optional<String> until = Optional.empty();

  /** For one call. */
  public QueueHoldCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::hold);
  }

  private Result hold(Workbench bench) {
    Optional<Instant> time =
        until.map(text -> ClockTime.of("until", text).after(ZonedDateTime.now()).toInstant());
    for (long run : runs.in(bench)) {
      time.ifPresentOrElse(at -> bench.queue().holdUntil(run, at), () -> bench.queue().hold(run));
    }
    return QueueWords.of(bench);
  }
}
