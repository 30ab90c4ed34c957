package org.deltaworks.corpus.exam;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;

/**
 * A model that sits an exam.
 *
 * @param answerer what it answers through
 * @param model its folder
 */
public record Candidate(Answerer answerer, Path model) {

  /** Its whole answer; the one who asks waits. */
  public Answer answer(Exam.Task task, int mostTokens, Sampling sampling)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    String folder = model.toAbsolutePath().normalize().toString();
    answerer.ask(
        new Question(folder, List.of(), task.prompt(), task.chat(), mostTokens, sampling),
        List.of(),
        new Answerer.Listener() {
          @Override
          public void piece(String text) {
            // The whole answer comes at the end.
          }

          @Override
          public void answered(Answer answer) {
            answered.complete(answer);
          }

          @Override
          public void failed(Problem problem) {
            answered.completeExceptionally(problem.asException());
          }
        });
    return answered.get();
  }
}
