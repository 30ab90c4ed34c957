package org.deltaworks.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.platform.InstalledFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledDemosTest {
  private static final Path SHELF = InstalledFiles.assets().orElseThrow().resolve("demos");

  static Stream<DemoText> demos() {
    return DemoBook.all().stream();
  }

  @Test
  void thereAreSixInTheOrderOfTheBook() {
    assertThat(new DemoShelf(SHELF).list())
        .extracting(Demo::name)
        .containsExactly("pirate", "menu", "mood", "poet", "secret", "house-style");
  }

  @ParameterizedTest
  @MethodSource("demos")
  void theBundledFilesAreWhatTheGeneratorWrites(DemoText text, @TempDir Path folder) {
    WriteDemos.write(
        text,
        1 + DemoBook.all().stream().map(DemoText::name).toList().indexOf(text.name()),
        folder);
    for (String name : List.of("train.jsonl", "heldout.jsonl", "prompts.txt", "demo.json")) {
      assertThat(SHELF.resolve(text.name()).resolve(name))
          .as("run WriteDemos again")
          .hasSameTextualContentAs(folder.resolve(name));
    }
  }

  @ParameterizedTest
  @MethodSource("demos")
  void heldOutRowsNameWhatNoTrainingRowNames(DemoText text) {
    Set<String> kept = text.rows().keptApart();
    Pattern names = Pattern.compile("\\b(" + String.join("|", kept) + ")\\b");
    assertThat(WriteDemos.training(text))
        .hasSizeBetween(150, 600)
        .noneMatch(row -> names.matcher(row.prompt() + " " + row.completion()).find());
    assertThat(WriteDemos.heldOut(text))
        .hasSize(40)
        .allMatch(row -> names.matcher(row.prompt()).find());
  }

  @ParameterizedTest
  @MethodSource("demos")
  void noPromptComesTwice(DemoText text) {
    List<Prompted> all =
        Stream.concat(WriteDemos.training(text).stream(), WriteDemos.heldOut(text).stream())
            .toList();
    assertThat(new HashSet<>(all.stream().map(Prompted::prompt).toList())).hasSameSizeAs(all);
  }

  @ParameterizedTest
  @MethodSource("demos")
  void everyRowIsPerfectByItsOwnMetric(DemoText text) {
    Stream.concat(WriteDemos.training(text).stream(), WriteDemos.heldOut(text).stream())
        .forEach(
            row -> assertThat(text.metric().score(row, row.completion())).as("%s", row).isOne());
  }

  /** An answer in plain words, or the prompt said back, must not count. */
  @ParameterizedTest
  @MethodSource("demos")
  void plainAnswersAreWorthNothing(DemoText text) {
    for (Prompted row : WriteDemos.heldOut(text)) {
      assertThat(text.metric().score(row, row.prompt())).as("%s", row).isZero();
      assertThat(text.metric().score(row, "It is a small house in the village.")).isZero();
      assertThat(text.metric().score(row, "")).isZero();
    }
  }

  /** The demos promise what the window's first preset does. */
  @ParameterizedTest
  @MethodSource("demos")
  void settingsAreTheQuickPresetOfTheBundledModel(DemoText text) {
    Demo demo = new DemoShelf(SHELF).find(text.name()).orElseThrow();
    assertThat(Preset.of(demo.settings(), 288)).contains(Preset.QUICK);
    TrainingPlan plan = demo.settings().toPlan().orThrow();
    assertThat(plan.model()).isEqualTo("polder");
    assertThat(demo.metric().code()).isEqualTo(text.metric().code());
    assertThat(demo.prompts()).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("demos")
  void triedPromptsWereNotLearnt(DemoText text) {
    Set<String> learnt =
        new HashSet<>(WriteDemos.training(text).stream().map(Prompted::prompt).toList());
    assertThat(text.prompts()).noneMatch(learnt::contains);
  }
}
