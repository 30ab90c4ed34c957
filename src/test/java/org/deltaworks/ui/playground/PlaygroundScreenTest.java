package org.deltaworks.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.Look;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Try it as a person meets it. */
class PlaygroundScreenTest {
  private final ScriptedAnswerer answerer = new ScriptedAnswerer();
  private final Map<String, List<String>> prompts = new HashMap<>();
  private Desk desk;

  @BeforeEach
  void open(@TempDir Path home) {
    desk = new Desk(home, answerer);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Window window(Look look) {
    return look.open(
        () ->
            new PlaygroundView(
                new PlaygroundViewModel(
                    desk.playground,
                    desk.models,
                    desk.adapters,
                    run -> prompts.getOrDefault(run, List.of()),
                    desk.background,
                    desk.told),
                desk.told),
        Place.TryIt.asLeft());
  }

  private void furnish() {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    desk.publish("pirate-3", "stories260K-hf", 8, Optional.empty());
  }

  private static void ask(Window window) {
    TextArea prompt = (TextArea) window.find(".prompt .text-area");
    Window.act(prompt::requestFocus);
    window.type("Where is the harbour?");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
  }

  @Test
  void theDifferenceIsVisibleWhileItStreams() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      ask(window);
      Window.act(() -> answerer.asked.get(0).listener.piece("The harbour"));
      Window.act(() -> answerer.asked.get(1).listener.piece("Arr, the harbour"));
      window.untilShown("Arr, the harbour");
      assertThat(window.shows("answering…")).isTrue();
      window.click("Stop");
      assertThat(answerer.asked).allMatch(a -> a.cancelled);
      Window.act(() -> answerer.asked.forEach(a -> a.answer("The end.")));
      window.untilShown("finished, 42 tokens/s");
      assertThat(window.shows("Ask")).isTrue();
    }
  }

  @Test
  void theAdapterAnswersAgainWhereTheSliderRestsAndTheBaseStays() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      ask(window);
      Window.act(() -> answerer.asked.get(0).answer("The harbour"));
      Window.act(() -> answerer.asked.get(1).answer("Arr"));
      Window.act(window.find(".answer-adapted .slider")::requestFocus);
      window.press(KeyCode.RIGHT);
      window.press(KeyCode.RIGHT);
      window.until("the adapter is asked again", () -> answerer.asked.size() > 2);
      Window.act(() -> answerer.asked.getLast().answer("ARRR"));
      window.untilShown("ARRR");
      assertThat(window.shows("The harbour")).isTrue();
      assertThat(window.shows("1.20")).isTrue();
      assertThat(answerer.asked.getLast().question.adapters().getFirst().strength()).isEqualTo(1.2);
    }
  }

  @Test
  void onePromptThatCameAlongIsAskedWithOneClick() {
    prompts.put("pirate-3", List.of("What is a giraffe?"));
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.untilShown("What is a giraffe?");
      window.click("What is a giraffe?");
      assertThat(answerer.asked).hasSize(2);
      assertThat(answerer.asked.getLast().question.prompt()).isEqualTo("What is a giraffe?");
    }
  }

  @Test
  void noModelLeadsToModels() {
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.click("Go to Models");
      assertThat(desk.told.places).containsExactly(new Place.Models());
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) {
    try (Window window = window(look)) {
      look.picture(window, "playground-empty");
    }
    prompts.put("pirate-3", List.of("What is a giraffe?", "Where does the otter live?"));
    furnish();
    try (Window window = window(look)) {
      window.untilShown("Where does the otter live?");
      look.picture(window, "playground-ready");
      ask(window);
      Window.act(() -> answerer.asked.forEach(a -> a.fail("The process that answers has ended.")));
      look.picture(window, "playground-failed");
    }
  }
}
