package org.deltaworks.service.task;

import java.time.Duration;

/** A piece of work under way. */
public interface Task {
  /** Asks it to stop; the outcome hears when it has. Fine when it is over already. */
  void cancel();

  /** Whether it is over and its outcome told. */
  boolean done();

  /** Waits for its end; never called on the window's thread. Says whether it ended in time. */
  boolean await(Duration most) throws InterruptedException;
}
