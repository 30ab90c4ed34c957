package org.deltaworks.worker.process;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;

/**
 * Who is served when, on the one thread that owns the tensors. Every open answer gets one token in
 * turn. All other work is done at one go, after the answers before it and before the questions
 * behind it. What goes wrong with one request is told to it alone.
 */
final class Turns implements AutoCloseable {
  private final Bench bench;
  private final Inbox inbox;
  private final Consumer<Reply> replies;
  private final List<Answering> open = new ArrayList<>();

  Turns(Bench bench, Inbox inbox, Consumer<Reply> replies) {
    this.bench = bench;
    this.inbox = inbox;
    this.replies = replies;
  }

  /** Lets in what waits, or waits for something; then gives every open answer its turn. */
  void round() throws InterruptedException {
    while (open.isEmpty() || inbox.questionNext()) {
      begin(inbox.take());
    }
    for (Answering answer : List.copyOf(open)) {
      if (!goesOn(answer)) {
        open.remove(answer);
        answer.close();
        inbox.done(answer.id());
      }
    }
  }

  private void begin(Request request) {
    try {
      if (request instanceof Request.Ask ask) {
        open.add(bench.open(ask));
        return;
      }
      bench.work(request);
    } catch (UncheckedIOException gone) {
      throw gone;
    } catch (RuntimeException | Error thrown) {
      replies.accept(failed(request.id(), thrown));
    }
    inbox.done(request.id());
  }

  private boolean goesOn(Answering answer) {
    try {
      if (inbox.givenUp(answer.id())) {
        answer.cancel(replies);
      } else {
        answer.step(replies);
      }
      return !answer.ended();
    } catch (UncheckedIOException gone) {
      throw gone;
    } catch (RuntimeException | Error thrown) {
      replies.accept(failed(answer.id(), thrown));
      return false;
    }
  }

  private static Reply failed(long id, Throwable thrown) {
    Problem problem = Explanation.of(thrown);
    if (problem.kind() == Problem.Kind.DEFECT) {
      thrown.printStackTrace();
    }
    return Reply.Failed.of(id, problem);
  }

  /** Frees what is open. */
  @Override
  public void close() {
    open.forEach(Answering::close);
    open.clear();
  }
}
