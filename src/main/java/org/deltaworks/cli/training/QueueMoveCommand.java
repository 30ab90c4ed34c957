package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Changes the order. */
@Command(name = "move", description = "Moves a waiting run up or down, to the front or to the end.")
public final class QueueMoveCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  @Parameters(index = "1", paramLabel = "first|up|down|last", description = "Where to.")
  private Place where = Place.first;

  /** The words of the command line. */
  private enum Place {
    first,
    up,
    down,
    last
  }

  /** For one call. */
  public QueueMoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::move);
  }

  private Result move(Workbench bench) {
    RunQueue.Move move =
        switch (where) {
          case first -> RunQueue.Move.FIRST;
          case up -> RunQueue.Move.UP;
          case down -> RunQueue.Move.DOWN;
          case last -> RunQueue.Move.LAST;
        };
    bench.queue().move(run.in(bench.runs()).id(), move);
    return QueueWords.of(bench);
  }
}
