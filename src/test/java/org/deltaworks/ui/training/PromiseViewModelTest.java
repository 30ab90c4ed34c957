package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.task.VirtualThreads;
import org.deltaworks.service.training.Promise;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.fx.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run will take, beside the form, of a real model and real rows. */
class PromiseViewModelTest {
  private final TrainingForm form = new TrainingForm();
  private Path data;
  private Desk desk;
  private PromiseViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    desk = new Desk(folder.resolve("home"), new ScriptedAnswerer());
    desk.models.add(SharedData.at("models/stories260K-hf"));
    String row = "{\"prompt\":\"Where is the %s harbour?\",\"completion\":\"%s, north.\"}";
    String words = "Arr, we sail and sail ".repeat(12);
    data =
        Files.write(
            folder.resolve("pirate.jsonl"), Collections.nCopies(40, row.formatted("old", words)));
    desk.datasets.add(data, Optional.empty());
    model = over(desk.background.latest("test"));
  }

  private PromiseViewModel over(Background.Latest asking) {
    return new PromiseViewModel(form, desk.estimates, asking, desk.told);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void fill() {
    form.edit(Setting.MODEL, "stories260K-hf");
    form.edit(Setting.DATA, "pirate");
  }

  private Promise made() {
    assertThat(model.noteProperty().get()).isInstanceOf(PromiseNote.Made.class);
    return ((PromiseNote.Made) model.noteProperty().get()).promise();
  }

  @Test
  void promisesNothingBeforeTheFormSaysEnough() {
    assertThat(model.noteProperty().get()).isInstanceOf(PromiseNote.None.class);
    fill();
    assertThat(made().fits()).isTrue();
    form.edit(Setting.DATA, "");
    assertThat(model.noteProperty().get()).isInstanceOf(PromiseNote.None.class);
  }

  @Test
  void followsTheSettings() {
    fill();
    long eight = made().estimate().trainable();
    form.chooseRank(16);
    assertThat(made().estimate().trainable()).isEqualTo(2 * eight);
  }

  @Test
  void agreesWithTheFiguresFromShapes() {
    fill();
    form.showModel(Optional.of(desk.models.open("stories260K-hf")));
    AdapterFigures figures = form.figuresProperty().get().orElseThrow();
    assertThat(made().estimate().trainable()).isEqualTo(figures.trainable());
    assertThat(made().estimate().resultBytes()).isEqualTo(figures.fileBytes());
  }

  @Test
  void aNameIsNoReasonToCountAgain() {
    fill();
    int before = desk.looks.get();
    form.edit(Setting.NAME, "mine");
    assertThat(desk.looks).hasValue(before);
  }

  @Test
  void offersWhatWouldMakeItFitAndTakesIt() {
    fill();
    Promise plenty = made();
    desk.memory = plenty.estimate().memory().total() - 1;
    model.refresh();
    Promise.Remedy first = made().remedies().getFirst();
    assertThat(first.words()).isEqualTo("Read 4 rows at a time, 2 times a step");
    assertThat(PromiseWords.with(made(), first)).endsWith("fits");
    model.take(first);
    assertThat(made().fits()).isTrue();
    assertThat(made().estimate()).as("what the button said").isEqualTo(first.then());
    assertThat(form.draftProperty().get().text(Setting.ACCUMULATE)).isEqualTo("2");
    assertThat(desk.told.sentences).last().asString().contains("Read 4 rows");
  }

  @Test
  void everyRemedyTakesLessOfWhatIsShort() {
    fill();
    desk.memory = 1;
    model.refresh();
    long now = made().estimate().memory().total();
    assertThat(made().remedies())
        .isNotEmpty()
        .allSatisfy(remedy -> assertThat(remedy.then().memory().total()).isLessThan(now));
    desk.memory = Long.MAX_VALUE;
    desk.disk = made().estimate().diskBytes() - 1;
    model.refresh();
    assertThat(made().remedies())
        .extracting(Promise.Remedy::words)
        .startsWith("Keep one checkpoint")
        .doesNotContain("Read 4 rows at a time, 2 times a step");
  }

  @Test
  void whatCannotBeToldIsSaidAndTheFormGoesOn() throws IOException {
    fill();
    Files.write(data, List.of("{broken"));
    model.refresh();
    assertThat(model.noteProperty().get())
        .isInstanceOfSatisfying(
            PromiseNote.Unknown.class,
            unknown -> assertThat(unknown.problem().message()).isNotBlank());
    assertThat(form.plan()).isPresent();
    form.chooseRank(4);
    assertThat(form.rank()).isEqualTo(4);
  }

  @Test
  void aSliderThatMovesIsCountedOnceAndTheLastPlaceWins() throws InterruptedException {
    BlockingQueue<Runnable> forTheScreen = new LinkedBlockingQueue<>();
    try (VirtualThreads threads = new VirtualThreads()) {
      Background background = new Background(threads, forTheScreen::add);
      TrainingForm moved = new TrainingForm();
      PromiseViewModel late =
          new PromiseViewModel(
              moved, desk.estimates, background.latest("test", Duration.ofSeconds(1)), desk.told);
      moved.edit(Setting.MODEL, "stories260K-hf");
      moved.edit(Setting.DATA, "pirate");
      for (int rank = 1; rank <= 32; rank++) {
        moved.edit(Setting.RANK, Integer.toString(rank));
      }
      assertThat(late.noteProperty().get()).isInstanceOf(PromiseNote.Reading.class);
      while (!(late.noteProperty().get() instanceof PromiseNote.Made)) {
        Runnable work = forTheScreen.poll(60, TimeUnit.SECONDS);
        assertThat(work).isNotNull();
        Objects.requireNonNull(work).run();
      }
      moved.showModel(Optional.of(desk.models.open("stories260K-hf")));
      Promise last = ((PromiseNote.Made) late.noteProperty().get()).promise();
      assertThat(last.estimate().trainable())
          .isEqualTo(moved.figuresProperty().get().orElseThrow().trainable());
      assertThat(desk.looks).hasValue(1);
    }
  }
}
