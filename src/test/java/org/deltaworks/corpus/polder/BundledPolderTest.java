package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.deltaworks.corpus.exam.Exam;
import org.deltaworks.corpus.exam.Exams;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.client.AnswerProcess;
import org.deltaworks.worker.client.ChildCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bundled weights' card says of reading, on the first third of the exam. */
class BundledPolderTest {
  private static final int QUESTIONS = 100;
  private static final int MOST_TOKENS = 48;

  @Test
  void fourOfFiveQuestionsAboutATextAreAnsweredRight(@TempDir Path home)
      throws InterruptedException, ExecutionException {
    Folders folders = Folders.find(Optional.of(home)).prepare();
    int right = 0;
    try (AnswerProcess child = new AnswerProcess(folders, ChildCommand.ofThisProcess(), () -> 2)) {
      for (Exam.Task task : new Exams(new World()).reading(QUESTIONS).tasks()) {
        right += task.right().test(ask(child, task).text()) ? 1 : 0;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(QUESTIONS * 8 / 10);
  }

  private static Answer ask(Answerer child, Exam.Task task)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    Path model = Path.of("assets", "models", "polder").toAbsolutePath();
    child.ask(
        new Question(
            model.toString(), List.of(), task.prompt(), task.chat(), MOST_TOKENS, Sampling.GREEDY),
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
