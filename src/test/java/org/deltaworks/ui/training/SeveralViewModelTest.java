package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.task.VirtualThreads;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepPromise;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No window here: properties only, over a real catalog, a real model and real rows. */
class SeveralViewModelTest {
  private Desk desk;
  private TrainingViewModel form;
  private SeveralViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    desk = new Desk(folder.resolve("home"), new ScriptedAnswerer());
    form = desk.trainingForm();
    form.show(TrainingDraft.empty());
    form.addModel(SharedData.at("models/stories260K-hf"));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rows.append("{\"prompt\":\"Who is %d?\",\"completion\":\"Arr, a sailor.\"}\n".formatted(i));
    }
    form.addData(Files.writeString(folder.resolve("pirate.jsonl"), rows));
    model = form.several();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private SeveralAxis axis(Setting setting) {
    return model.axes().stream().filter(a -> a.setting() == setting).findFirst().orElseThrow();
  }

  private void tick(Setting setting, String text, boolean on) {
    axis(setting).offered().stream()
        .filter(value -> value.text().equals(text))
        .forEach(value -> value.tickedProperty().set(on));
  }

  private SweepPromise promise() {
    return ((SeveralNote.Made) model.noteProperty().get()).promise();
  }

  private String obstacle() {
    return ((SeveralNote.Obstacle) model.noteProperty().get()).words();
  }

  @Test
  void valuesAroundTheFormAreTickedAndTheSentenceSaysWhatTheyTake() {
    form.trySeveral();
    assertThat(model.openProperty().get()).isTrue();
    assertThat(axis(Setting.RANK).values()).containsExactly("4", "8", "16");
    String rate = form.form().draftProperty().get().text(Setting.LEARNING_RATE);
    assertThat(axis(Setting.LEARNING_RATE).values()).hasSize(3).contains(rate);
    assertThat(axis(Setting.TARGET_MODULES).values()).containsExactly("all-linear");
    assertThat(axis(Setting.TARGET_MODULES).offered())
        .extracting(SeveralValue::label)
        .containsExactly("All", "Attention", "Feed-forward", "Query and value");
    assertThat(promise().trainings()).isEqualTo(9);
    assertThat(SeveralWords.sentence(promise()))
        .matches("9 trainings, about .+, adapters of .+ [kM]B in all\\.");
    assertThat(SeveralWords.warning(promise())).isEmpty();
  }

  @Test
  void whatTheyTakeIsTheSumOfWhatEachTakes() {
    form.trySeveral();
    TrainingDraft draft = form.form().draftProperty().get();
    double seconds = 0;
    long bytes = 0;
    long checkpoints = 0;
    for (String rank : List.of("4", "8", "16")) {
      var estimate = desk.estimates.estimate(draft.with(Setting.RANK, rank)).estimate();
      seconds += 3 * estimate.seconds();
      bytes += 3 * estimate.resultBytes();
      checkpoints = estimate.diskBytes() - estimate.resultBytes();
    }
    assertThat(promise().seconds())
        .isCloseTo(seconds, org.assertj.core.data.Percentage.withPercentage(1));
    assertThat(promise().resultBytes()).isEqualTo(bytes);
    assertThat(promise().diskBytes())
        .as("the checkpoints of one are gone before the next trains; rank 16 has the largest")
        .isEqualTo(bytes + checkpoints);
  }

  @Test
  void startingPutsEachIntoTheQueueAndGoesToTheSweep() {
    form.form().edit(Setting.NAME, "pirate-ranks");
    form.trySeveral();
    tick(Setting.TARGET_MODULES, "q_proj,v_proj", true);
    tick(Setting.LEARNING_RATE, axis(Setting.LEARNING_RATE).values().getFirst(), false);
    axis(Setting.RANK).typedProperty().set("24, 8");
    model.start();
    assertThat(desk.queue.list()).hasSize(4 * 2 * 2);
    assertThat(desk.told.places).containsExactly(new Place.SweepPage("pirate-ranks"));
    SweepOverview overview = desk.sweeps.find("pirate-ranks");
    assertThat(overview.sweep().varied())
        .containsExactlyInAnyOrder(Setting.RANK, Setting.LEARNING_RATE, Setting.TARGET_MODULES);
    assertThat(overview.points().stream().map(p -> p.value(Setting.RANK)).distinct())
        .containsExactly("4", "8", "16", "24");
    assertThat(overview.sweep().metric()).isEqualTo(SweepMetric.HELD_OUT);
    assertThat(model.openProperty().get()).isFalse();
    assertThat(form.form().draftProperty().get().says(Setting.NAME)).isFalse();
  }

  @Test
  void aTimeOfDayLetsThemWait() {
    form.trySeveral();
    model.laterProperty().set(true);
    assertThat(SeveralWords.times(promise(), model.notBefore()))
        .startsWith("Begins at 23:00")
        .contains("The computer has to be on then");
    model.timeProperty().set("late");
    assertThat(model.timeProblemProperty().get()).isPresent();
    assertThat(obstacle()).contains("marked above");
    model.timeProperty().set("2:15");
    model.start();
    assertThat(desk.queue.list()).hasSize(9).allMatch(waiting -> waiting.notBefore().isPresent());
  }

  @Test
  void whatIsWrongIsSaidInPlainWordsAndNothingStarts() {
    form.trySeveral();
    axis(Setting.RANK).typedProperty().set("0");
    assertThat(axis(Setting.RANK).problemProperty().get().orElseThrow()).contains("Rank");
    axis(Setting.RANK).typedProperty().set("");
    axis(Setting.LEARNING_RATE).typedProperty().set("much");
    assertThat(axis(Setting.LEARNING_RATE).problemProperty().get()).isPresent();
    axis(Setting.LEARNING_RATE).typedProperty().set("");
    axis(Setting.TARGET_MODULES).typedProperty().set("q_proj, x_proj");
    assertThat(axis(Setting.TARGET_MODULES).problemProperty().get().orElseThrow())
        .contains("no module x_proj", "q_proj");
    model.start();
    assertThat(desk.queue.list()).isEmpty();
    axis(Setting.TARGET_MODULES).typedProperty().set("q_proj, o_proj; down_proj");
    assertThat(promise().trainings()).isEqualTo(27);
  }

  @Test
  void whereTheFormIsFilledAnewItsOldValuesAreOfferedNoLonger() {
    form.trySeveral();
    form.show(TrainingDraft.empty());
    assertThat(model.openProperty().get()).as("nothing was filled in").isTrue();
    form.show(form.form().draftProperty().get().with(Setting.RANK, "32"));
    assertThat(model.openProperty().get()).isFalse();
    form.trySeveral();
    assertThat(axis(Setting.RANK).values()).containsExactly("16", "32", "64");
  }

  @Test
  void nothingToCompareAndTooMuchAreBothRefusedBeforehand() {
    form.trySeveral();
    for (SeveralAxis axis : model.axes()) {
      List<SeveralValue> ticked =
          axis.offered().stream().filter(v -> v.tickedProperty().get()).toList();
      ticked.stream().skip(1).forEach(v -> v.tickedProperty().set(false));
    }
    assertThat(obstacle()).contains("Tick a second value");
    tick(Setting.RANK, axis(Setting.RANK).values().getFirst(), false);
    assertThat(axis(Setting.RANK).problemProperty().get()).isPresent();
    axis(Setting.RANK)
        .typedProperty()
        .set("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,17,18,19,20,21,22,23,24,25,26,27,28,29,30");
    model.axes().get(1).offered().forEach(v -> v.tickedProperty().set(true));
    tick(Setting.TARGET_MODULES, "q_proj,v_proj", true);
    assertThat(obstacle()).contains("These are 290 trainings; at most 200");
    model.start();
    assertThat(desk.queue.list()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsWarnedOf() {
    desk.memory = 1;
    form.trySeveral();
    assertThat(SeveralWords.warning(promise()).orElseThrow())
        .startsWith("The largest of them (rank 16, all modules) does not fit here");
    desk.memory = 12L << 30;
    desk.disk = 1;
    form.trySeveral();
    assertThat(SeveralWords.warning(promise()).orElseThrow()).contains("on the disk");
  }

  @Test
  void whereNothingIsHeldOutTheLossOfTheRowsIsAllThereIs() {
    form.form().edit(Setting.EVAL_FRACTION, "0");
    form.trySeveral();
    assertThat(model.heldOutProperty().get()).isFalse();
    assertThat(model.metricProperty().get()).isEqualTo(SweepMetric.LOSS);
  }

  @Test
  void whereAllNumbersAreTrainedTheLearningRateIsLeftToTry() {
    form.form().edit(Setting.METHOD, "full");
    form.trySeveral();
    assertThat(model.axes())
        .extracting(SeveralAxis::setting)
        .containsExactly(Setting.LEARNING_RATE);
    assertThat(SeveralWords.sentence(promise())).contains("3 trainings").contains("models of");
  }

  @Test
  void aFormThatIsNotReadySaysWhatIsMissing() {
    form.form().edit(Setting.DATA, List.of());
    form.trySeveral();
    assertThat(model.openProperty().get()).isFalse();
    assertThat(form.hintProperty().get()).containsIgnoringCase("examples");
  }

  @Test
  void aNameThatIsTakenIsToldInTheSheet() {
    form.form().edit(Setting.NAME, "mine");
    form.trySeveral();
    model.start();
    form.form().edit(Setting.NAME, "mine");
    form.trySeveral();
    model.start();
    assertThat(model.refusalProperty().get().orElseThrow().message()).contains("mine-1");
    assertThat(model.openProperty().get()).isTrue();
    assertThat(desk.runs.list()).extracting(Run::name).hasSize(9);
  }

  @Test
  void cancelledWhileItStartsNothingWaits() {
    List<Runnable> onScreen = Collections.synchronizedList(new ArrayList<>());
    try (VirtualThreads threads = new VirtualThreads()) {
      TrainingViewModel live = desk.trainingForm(new Background(threads, onScreen::add));
      live.show(form.form().draftProperty().get());
      live.trySeveral();
      SeveralViewModel sheet = live.several();
      until(() -> sheet.openProperty().get() && fillable(sheet), onScreen);
      desk.readsForever = true;
      sheet.start();
      assertThat(sheet.busyProperty().get()).isTrue();
      sheet.close();
      until(() -> !sheet.busyProperty().get(), onScreen);
      assertThat(desk.runs.list()).isEmpty();
      desk.readsForever = false;
      live.trySeveral();
      sheet.start();
      // Everything waits already, and only the word of it has not been heard yet.
      until(() -> desk.queue.list().size() == 9, List.of());
      sheet.close();
      until(() -> !sheet.busyProperty().get() && desk.runs.list().isEmpty(), onScreen);
      assertThat(desk.told.places).isEmpty();
      assertThat(desk.told.sentences).isEmpty();
    }
  }

  private static boolean fillable(SeveralViewModel sheet) {
    return !(sheet.noteProperty().get() instanceof SeveralNote.Obstacle);
  }

  /** Does what the window's thread was asked for until it is so. */
  private static void until(BooleanSupplier condition, List<Runnable> onScreen) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      while (!onScreen.isEmpty()) {
        onScreen.removeFirst().run();
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void aFolderForAllOfThemIsRefusedBeforehand() {
    form.form().edit(Setting.OUT, "/somewhere");
    form.trySeveral();
    assertThat(obstacle()).contains("same folder", "Also save to");
  }

  @Test
  void theUsualModulesAreNamedInAList() {
    form.form().edit(Setting.TARGET_MODULES, "");
    form.trySeveral();
    assertThat(axis(Setting.TARGET_MODULES).values()).containsExactly("q_proj,v_proj");
  }
}
