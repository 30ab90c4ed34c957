package org.deltaworks.cli.asking;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/** Waits for an answer, on the thread of the command. */
final class AnswerWait implements Answerer.Listener {
  private final Consumer<String> pieces;
  private final CompletableFuture<Answer> end = new CompletableFuture<>();

  AnswerWait(Consumer<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public void piece(String text) {
    pieces.accept(text);
  }

  @Override
  public void answered(Answer answer) {
    end.complete(answer);
  }

  @Override
  public void failed(Problem problem) {
    end.completeExceptionally(problem.asException());
  }

  /**
   * The answer, once it is complete.
   *
   * @throws ProblemException if there is none
   */
  Answer answer() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
