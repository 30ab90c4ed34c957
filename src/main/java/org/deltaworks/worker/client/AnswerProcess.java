package org.deltaworks.worker.client;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.evaluation.ModelWork;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;
import org.jspecify.annotations.Nullable;

/**
 * The process that answers, measures and merges: started when first needed, kept warm, started anew
 * after it died.
 */
public final class AnswerProcess implements Answerer, ModelWork {
  private final Folders folders;
  private final ChildCommand command;
  private final IntSupplier threads;
  private final AtomicLong numbers = new AtomicLong();
  private @Nullable AnswerConnection connection;

  /**
   * Starts nothing yet.
   *
   * @param threads threads of the engine, asked at every start; 0 for its choice
   */
  public AnswerProcess(Folders folders, ChildCommand command, IntSupplier threads) {
    this.folders = folders;
    this.command = command;
    this.threads = threads;
  }

  @Override
  public Runnable ask(Question question, List<Integer> ids, Listener listener) {
    long id = numbers.incrementAndGet();
    AnswerConnection to = connect();
    to.send(new Request.Ask(id, question, ids), reply -> tell(listener, reply));
    return () -> to.send(new Request.Cancel(id));
  }

  @Override
  public Evaluation evaluate(EvaluationRequest request) throws InterruptedException {
    return ((Reply.Evaluated) await(id -> new Request.Evaluate(id, request))).evaluation();
  }

  @Override
  public Scores score(ScoreRequest request) throws InterruptedException {
    return ((Reply.Scored) await(id -> new Request.Score(id, request))).scores();
  }

  @Override
  public Merge merge(MergeRequest request) throws InterruptedException {
    return ((Reply.Merged) await(id -> new Request.Merge(id, request))).merge();
  }

  @Override
  public EngineFacts engine() throws InterruptedException {
    return ((Reply.Probed) await(Request.Probe::new)).facts();
  }

  private static void tell(Listener listener, Reply reply) {
    switch (reply) {
      case Reply.Piece piece -> listener.piece(piece.text());
      case Reply.Answered answered -> listener.answered(answered.answer());
      case Reply.Failed failed -> listener.failed(failed.problem());
      default -> throw new IllegalStateException("not an answer: " + reply);
    }
  }

  private Reply await(LongFunction<Request> request) throws InterruptedException {
    long id = numbers.incrementAndGet();
    CompletableFuture<Reply> last = new CompletableFuture<>();
    Consumer<Reply> receiver = last::complete;
    AnswerConnection to = connect();
    to.send(request.apply(id), receiver);
    try {
      Reply reply = last.get();
      if (reply instanceof Reply.Failed failed) {
        throw failed.problem().asException();
      }
      return reply;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      to.send(new Request.Cancel(id));
      throw e;
    }
  }

  private synchronized AnswerConnection connect() {
    AnswerConnection current = connection;
    if (current == null || !current.alive()) {
      Path log = folders.logs().resolve("answers-%d.log".formatted(ProcessHandle.current().pid()));
      current = AnswerConnection.start(command, folders.home(), log, threads.getAsInt());
      connection = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
