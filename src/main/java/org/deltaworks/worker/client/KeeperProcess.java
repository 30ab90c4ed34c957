package org.deltaworks.worker.client;

import org.deltaworks.domain.training.QueueKeeper;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * The keeper of the queue as a process of its own, which outlives whoever started it.
 *
 * @param command starts it
 */
public record KeeperProcess(Folders folders, ChildCommand command) implements QueueKeeper {
  @Override
  public void start() {
    command.start(new ChildArguments.Keep(folders.home()), folders.logs().resolve("queue.log"));
  }
}
