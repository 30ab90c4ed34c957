package org.deltaworks.corpus.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.junit.jupiter.api.Test;

class ExamsTest {
  private static final World WORLD = new World();
  private final Exams exams = new Exams(WORLD);

  @Test
  void theExpectedAnswerIsRightAndAnotherIsWrong() {
    for (Exam exam : List.of(exams.reading(300), exams.sums(300))) {
      for (Exam.Task task : exam.tasks()) {
        assertThat(task.right()).as(task.prompt()).accepts(task.expected());
        assertThat(task.right()).as(task.prompt()).rejects("", "I do not know.", "?");
      }
    }
  }

  @Test
  void anExamIsTheSameEveryTime() {
    List<String> first = exams.reading(50).tasks().stream().map(Exam.Task::prompt).toList();
    List<String> again =
        new Exams(new World()).reading(50).tasks().stream().map(Exam.Task::prompt).toList();
    assertThat(again).isEqualTo(first).doesNotHaveDuplicates();
  }

  @Test
  void bothFormsAreAskedAlike() {
    List<Exam.Task> tasks = exams.reading(300).tasks();
    long chat = tasks.stream().filter(Exam.Task::chat).count();
    assertThat(chat).isBetween(140L, 160L);
    assertThat(tasks.stream().filter(t -> !t.chat()))
        .allMatch(t -> t.prompt().endsWith("\nAnswer:"));
  }

  @Test
  void noLongTextOfTheReadingExamIsTrained() {
    Set<String> training = new HashSet<>();
    Corpus corpus = new Corpus(WORLD);
    for (int i = 0; i < 5_000; i++) {
      if (corpus.document(Corpus.TRAINING_SEED, i) instanceof Row.Conversation chat) {
        chat.turns().forEach(turn -> training.add(turn.content()));
      }
    }
    List<String> asked =
        exams.reading(300).tasks().stream()
            .map(Exam.Task::prompt)
            .filter(prompt -> prompt.length() > 100)
            .toList();
    assertThat(asked).hasSizeGreaterThan(150).noneMatch(training::contains);
  }

  @Test
  void theEndingExamAsksWhatUsersAsk() {
    Exam exam = exams.ending(300);
    assertThat(exam.tasks()).hasSize(300).allMatch(Exam.Task::chat);
    assertThat(exam.tasks().stream().map(Exam.Task::prompt).distinct().count()).isGreaterThan(280);
  }
}
