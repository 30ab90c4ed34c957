package org.deltaworks.domain.training;

/** Port to the process that starts what waits while no window and no command is there. */
@FunctionalInterface
public interface QueueKeeper {
  /**
   * Starts it and returns at once. Where another one is there already, the new one ends by itself.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if no process can be started
   */
  void start();
}
