package org.deltaworks.worker.process;

import sun.misc.Signal;

/**
 * The system's request that a child end (TERM), as at a shutdown. Java's own answer would take
 * libtorch down under the thread that computes in it, which crashes. So the process ends at once
 * while nothing is being learnt, and a training rests after the step it is in, saved.
 */
final class EndRequest {
  /** What a shell calls a process that ended by this signal. */
  private static final int EXIT = 128 + 15;

  private final Runnable end;
  private boolean training;
  private boolean made;

  /**
   * A request that was not made yet.
   *
   * @param end ends this process at once
   */
  EndRequest(Runnable end) {
    this.end = end;
  }

  /** Hears the system's request from here on. */
  static EndRequest listen() {
    EndRequest request = new EndRequest(() -> Runtime.getRuntime().halt(EXIT));
    try {
      Signal.handle(new Signal("TERM"), signal -> request.make());
    } catch (IllegalArgumentException notOnThisSystem) {
      System.getLogger(EndRequest.class.getName())
          .log(System.Logger.Level.DEBUG, "signal TERM is not known here");
    }
    return request;
  }

  /** From here on there is something to save. */
  synchronized void trainingBegins() {
    training = true;
  }

  /** Whether a training has to rest after its step. */
  synchronized boolean made() {
    return made;
  }

  /** The system asks. */
  synchronized void make() {
    made = true;
    if (!training) {
      System.err.println("The system asked this process to end.");
      end.run();
    }
  }
}
