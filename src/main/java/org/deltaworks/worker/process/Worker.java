package org.deltaworks.worker.process;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.deltaworks.worker.protocol.ChildArguments;

/** Entry of every child process. */
public final class Worker {
  private Worker() {}

  /**
   * Does what the arguments say and returns when it is done.
   *
   * @param queue what is to be done for the runs that wait
   * @return exit status: 0 when the outcome is written down, whatever it is
   */
  public static int run(List<String> arguments, QueueDuty queue) {
    Detachment.fromTerminal();
    // What a child writes is read as its last words when it dies: no chatter of libraries.
    Logger.getLogger("").setLevel(Level.WARNING);
    EndRequest end = EndRequest.listen();
    ChildArguments parsed = ChildArguments.parse(arguments);
    return switch (parsed) {
      case ChildArguments.Begin begin ->
          new TrainingChild(new ProposedRun(begin), end, queue).run();
      case ChildArguments.Train train -> new TrainingChild(new QueuedRun(train), end, queue).run();
      case ChildArguments.Wait wait -> new WaitingChild(wait).run();
      case ChildArguments.Keep keep -> queue.keep(keep.home());
      case ChildArguments.Answer answer -> new AnswerChild(answer).run();
    };
  }
}
