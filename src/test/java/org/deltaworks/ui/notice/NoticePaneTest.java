package org.deltaworks.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticePaneTest {
  private final List<String> happened = new CopyOnWriteArrayList<>();
  private Window window;
  private NoticePane notices;

  @BeforeEach
  void open() {
    Window.require();
    notices =
        Window.onScreen(
            () -> new NoticePane(ScreenThread.platform(), new StackPane(new Button("Behind"))));
    window = Window.open(Appearance.LIGHT, 900, 600, () -> notices);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void undoTakesBackAndForgetsWhatWouldHaveFollowed() {
    notices.undoable(
        "pirate-3 was deleted.", () -> happened.add("undone"), () -> happened.add("final"));
    window.untilShown("pirate-3 was deleted.");
    window.click("Undo");
    assertThat(happened).containsExactly("undone");
    assertThat(window.shows("pirate-3 was deleted.")).isFalse();
  }

  @Test
  void closingTheNoticeMakesTheRemovalFinal() {
    notices.undoable(
        "pirate-3 was deleted.", () -> happened.add("undone"), () -> happened.add("final"));
    window.untilShown("Undo");
    window.click(window.find(Button.class).getLast());
    assertThat(happened).containsExactly("final");
  }

  @Test
  void aProblemSaysWhatAndWhatNow() {
    notices.failed(
        Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Free 12 MB and go on.")
            .asException());
    window.untilShown("The disk is full.");
    assertThat(window.shows("Free 12 MB and go on.")).isTrue();
    assertThat(window.shows("Copy details")).isFalse();
  }

  @Test
  void aDefectHasACodeAndDetailsButNoStackTrace() {
    notices.failed(new IllegalStateException("index 7"));
    window.untilShown("Copy details");
    assertThat(window.words())
        .anyMatch(w -> w.matches("Something in Deltaworks broke \\(code [0-9A-F]{6}\\).*"))
        .noneMatch(w -> w.contains("index 7"));
  }

  @Test
  void escapeTakesTheFirstAnswerAndEnterTheMainOne() {
    Question question =
        new Question(
            "Keep training?",
            "A run is going on.",
            List.of(
                Question.plain("Cancel", () -> happened.add("cancel")),
                Question.danger("Stop it", () -> happened.add("stop")),
                Question.main("Keep it going", () -> happened.add("keep"))));
    notices.ask(question);
    window.untilShown("Keep training?");
    window.press(KeyCode.ESCAPE);
    notices.ask(question);
    window.untilShown("Keep training?");
    window.press(KeyCode.ENTER);
    assertThat(happened).containsExactly("cancel", "keep");
    assertThat(window.shows("Keep training?")).isFalse();
  }

  @Test
  void theFocusStaysInsideTheQuestion() {
    notices.ask(
        new Question(
            "Sure?",
            "Nothing is lost.",
            List.of(Question.cancel("No"), Question.main("Yes", () -> happened.add("yes")))));
    window.untilShown("Sure?");
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    window.press(KeyCode.ENTER);
    assertThat(happened).containsExactly("yes");
  }
}
