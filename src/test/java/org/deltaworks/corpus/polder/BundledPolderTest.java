package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.deltaworks.corpus.exam.Candidate;
import org.deltaworks.corpus.exam.Exam;
import org.deltaworks.corpus.exam.Exams;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.generation.Sampling;
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
      Candidate polder = new Candidate(child, Path.of("assets", "models", "polder"));
      for (Exam.Task task : new Exams(new World()).reading(QUESTIONS).tasks()) {
        right +=
            task.right().test(polder.answer(task, MOST_TOKENS, Sampling.GREEDY).text()) ? 1 : 0;
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(QUESTIONS * 8 / 10);
  }
}
