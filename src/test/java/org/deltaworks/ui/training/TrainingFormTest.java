package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.training.AdapterFile;
import org.junit.jupiter.api.Test;

class TrainingFormTest {
  private final TrainingForm form = new TrainingForm();

  private void fill() {
    form.showModel(Optional.of(Bases.llama(5)));
    form.edit(Setting.MODEL, "stories260K");
    form.edit(Setting.DATA, "gsm8k.jsonl");
  }

  @Test
  void asksForAModelAndExamplesFirst() {
    assertThat(form.problemsProperty().get())
        .extracting(p -> p.field().orElseThrow())
        .containsExactlyInAnyOrder("model", "data");
    assertThat(form.plan()).isEmpty();
  }

  @Test
  void isReadyWithThePresetOnceBothAreThere() {
    fill();
    assertThat(form.problemsProperty().get()).isEmpty();
    assertThat(form.plan().orElseThrow().lora().orElseThrow().rank()).isEqualTo(8);
  }

  @Test
  void figuresFollowTheRankAtOnce() {
    fill();
    form.chooseRank(4);
    long four = form.figuresProperty().get().orElseThrow().trainable();
    form.chooseRank(8);
    AdapterFigures eight = form.figuresProperty().get().orElseThrow();
    assertThat(eight.trainable()).isEqualTo(2 * four);
    assertThat(eight.fileBytes())
        .as("with the file's header")
        .isGreaterThan(4 * eight.trainable())
        .isEqualTo(
            AdapterFile.bytes(Bases.llama(5), form.plan().orElseThrow().lora().orElseThrow()));
    assertThat(eight.modules()).isEqualTo(new AdapterFigures.Count(35, 35));
  }

  @Test
  void alphaKeepsItsProportionToTheRank() {
    form.chooseRank(32);
    assertThat(form.field(Setting.ALPHA).textProperty().get()).isEqualTo("64");
    form.edit(Setting.ALPHA, "32");
    form.chooseRank(8);
    assertThat(form.field(Setting.ALPHA).textProperty().get()).isEqualTo("8");
  }

  /** The count the LoRA paper is known for: GPT-2 medium, rank 4 on query and value. */
  @Test
  void countsAsThePaperDoes() {
    form.showModel(Optional.of(Bases.gpt2Medium()));
    form.chooseRank(4);
    form.edit(Setting.TARGET_MODULES, "");
    assertThat(form.figuresProperty().get().orElseThrow().trainable()).isEqualTo(393_216);
  }

  @Test
  void knowsItsPresetUntilSomethingChanges() {
    form.choose(Preset.THOROUGH);
    assertThat(form.presetProperty().get()).contains(Preset.THOROUGH);
    form.field(Setting.LEARNING_RATE).textProperty().set("1e-3");
    assertThat(form.presetProperty().get()).isEmpty();
    form.field(Setting.LEARNING_RATE).textProperty().set("2e-4");
    assertThat(form.presetProperty().get()).contains(Preset.THOROUGH);
  }

  @Test
  void aMistakeStandsBesideItsField() {
    fill();
    form.field(Setting.LEARNING_RATE).textProperty().set("NaN");
    Problem problem = form.field(Setting.LEARNING_RATE).problemProperty().get().orElseThrow();
    assertThat(problem.line()).contains("Learning rate").contains("above 0");
    assertThat(form.plan()).isEmpty();
    assertThat(form.field(Setting.RANK).problemProperty().get()).isEmpty();
  }

  @Test
  void rankZeroIsAMistakeAndHidesTheFigures() {
    fill();
    form.field(Setting.RANK).textProperty().set("0");
    assertThat(form.field(Setting.RANK).problemProperty().get()).isPresent();
    assertThat(form.figuresProperty().get()).isEmpty();
  }

  @Test
  void noModuleTickedIsAMistake() {
    fill();
    ModuleChoice choice = form.modulesProperty().get().orElseThrow();
    form.chooseModules(choice.with(m -> true, false));
    assertThat(form.field(Setting.TARGET_MODULES).problemProperty().get().orElseThrow().message())
        .isEqualTo("No module was chosen.");
  }

  @Test
  void anUnknownModuleIsNamed() {
    fill();
    form.field(Setting.TARGET_MODULES).textProperty().set("q_proj,nonsense");
    assertThat(form.field(Setting.TARGET_MODULES).problemProperty().get().orElseThrow().message())
        .contains("nonsense");
  }

  @Test
  void namesOfAnotherFamilyGiveWayToTheNewDefault() {
    fill();
    form.edit(Setting.TARGET_MODULES, "q_proj,k_proj");
    form.showModel(Optional.of(Bases.gpt2Medium()));
    assertThat(form.modulesProperty().get().orElseThrow().chosen()).hasSize(24);
    assertThat(form.plan()).isPresent();
  }

  @Test
  void stepsAndPassesReplaceEachOther() {
    fill();
    form.field(Setting.STEPS).textProperty().set("20");
    assertThat(form.field(Setting.EPOCHS).textProperty().get()).isEmpty();
    assertThat(form.plan()).isPresent();
    form.field(Setting.EPOCHS).textProperty().set("3");
    assertThat(form.field(Setting.STEPS).textProperty().get()).isEmpty();
  }

  @Test
  void everythingTrainedIsSaidHonestly() {
    fill();
    form.edit(Setting.METHOD, "full");
    AdapterFigures figures = form.figuresProperty().get().orElseThrow();
    assertThat(figures.share()).isEqualTo(1);
    assertThat(figures.timesLessMemory()).isEqualTo(1);
  }

  @Test
  void aRecipeReplacesEverything() {
    form.edit(Setting.SEED, "7");
    TrainingDraft recipe = TrainingDraft.empty().with(Setting.RANK, "3");
    form.replace(recipe);
    assertThat(form.draftProperty().get()).isEqualTo(recipe);
    assertThat(form.field(Setting.SEED).textProperty().get()).isEmpty();
    assertThat(form.field(Setting.RANK).textProperty().get()).isEqualTo("3");
  }

  @Test
  void severalPromptsAreSeveralLines() {
    form.field(Setting.SAMPLE_PROMPT).textProperty().set("One?\nTwo?\n");
    assertThat(form.draftProperty().get().texts(Setting.SAMPLE_PROMPT))
        .isEqualTo(List.of("One?", "Two?"));
  }

  @Test
  void aProblemFoundByTheWorkGoesWithTheNextEdit() {
    fill();
    form.showProblems(
        List.of(Problem.at("data", Problem.Kind.BAD_DATA, "Line 3 is broken.", "Repair it.")));
    assertThat(form.plan()).isEmpty();
    form.edit(Setting.DATA, "other.jsonl");
    assertThat(form.plan()).isPresent();
  }

  @Test
  void everySettingCanBeReached() {
    List<Setting> elsewhere =
        List.of(Setting.MODEL, Setting.DATA, Setting.RANK, Setting.ALPHA, Setting.TARGET_MODULES);
    assertThat(SettingInput.Group.settingsInAll() + elsewhere.size())
        .isEqualTo(Setting.values().length);
  }
}
