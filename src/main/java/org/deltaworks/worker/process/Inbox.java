package org.deltaworks.worker.process;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.deltaworks.worker.protocol.Request;

/**
 * Requests that wait, and which of the open ones are no longer wanted. One thread puts in what it
 * reads while another takes out.
 */
final class Inbox {
  private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();

  /**
   * Open requests by number, and whether each was given up; a wish that comes late is forgotten.
   */
  private final Map<Long, Boolean> givenUp = new ConcurrentHashMap<>();

  /** Puts a request behind the others, or marks the one that it gives up. */
  void put(Request request) {
    if (request instanceof Request.Cancel cancel) {
      givenUp.computeIfPresent(cancel.id(), (id, before) -> true);
    } else {
      givenUp.put(request.id(), false);
      waiting.add(request);
    }
  }

  /** The next request, waited for. */
  Request take() throws InterruptedException {
    return waiting.take();
  }

  /** Whether the next request is here already and is a question. */
  boolean questionNext() {
    return waiting.peek() instanceof Request.Ask;
  }

  /** Whether an open request was given up. */
  boolean givenUp(long id) {
    return givenUp.getOrDefault(id, false);
  }

  /** Forgets a request that was replied to. */
  void done(long id) {
    givenUp.remove(id);
  }
}
