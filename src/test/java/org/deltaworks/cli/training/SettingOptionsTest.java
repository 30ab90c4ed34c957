package org.deltaworks.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deltaworks.cli.console.LineRules;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingOptionsTest {
  private static TrainingDraft read(List<String> arguments) {
    CommandSpec train = CommandSpec.create().name("train");
    SettingOptions.addTo(train);
    CommandLine line = LineRules.applyTo(new CommandLine(train));
    return SettingOptions.draft(line.parseArgs(arguments.toArray(String[]::new)));
  }

  /** What "copy as command" writes is read back as the same draft, whatever the texts are. */
  @Property(tries = 300)
  void readsBackWhatCopyAsCommandWrites(@ForAll("drafts") TrainingDraft draft) {
    List<String> arguments = org.deltaworks.service.training.CommandLine.arguments(draft);
    assertThat(arguments.getFirst()).isEqualTo("train");
    assertThat(read(arguments.subList(1, arguments.size()))).isEqualTo(draft);
  }

  @Provide
  Arbitrary<TrainingDraft> drafts() {
    Arbitrary<String> text =
        Arbitraries.of(
            "8",
            "-1",
            "nan",
            "a b",
            "--rank",
            "-h",
            "@file",
            "q_proj,v_proj",
            "it's",
            "é\"$x",
            "--no-shuffle");
    return Arbitraries.maps(Arbitraries.of(Setting.class), text.list().ofMinSize(1).ofMaxSize(3))
        .map(
            values -> {
              TrainingDraft draft = TrainingDraft.empty();
              for (var entry : values.entrySet()) {
                Setting setting = entry.getKey();
                List<String> texts = entry.getValue();
                if (setting.flag()) {
                  draft = draft.with(setting, texts.size() == 1 ? "true" : "false");
                } else {
                  draft = draft.with(setting, setting.repeatable() ? texts : texts.subList(0, 1));
                }
              }
              return draft;
            });
  }

  @Test
  void repeatsWhatMayBeRepeated() {
    TrainingDraft draft = read(List.of("--data", "a.jsonl", "--data", "b.jsonl", "--no-shuffle"));
    assertThat(draft.texts(Setting.DATA)).containsExactly("a.jsonl", "b.jsonl");
    assertThat(draft.text(Setting.SHUFFLE)).isEqualTo("false");
    assertThat(draft.says(Setting.RANK)).isFalse();
  }

  @Test
  void anEmptyTextIsNotTakenForTheDefault() {
    assertThatThrownBy(() -> read(List.of("--target-modules", "")))
        .hasMessageContaining("No module was chosen.");
    assertThatThrownBy(() -> read(List.of("--rank", " "))).hasMessageContaining("Rank is empty.");
  }

  @Test
  void optionsOnTheLineWinOverTheRecipe() {
    TrainingDraft recipe = read(List.of("--rank", "4", "--lr", "1e-3", "--epochs", "3"));
    TrainingDraft merged =
        DraftOptions.merged(recipe, read(List.of("--rank", "16", "--steps", "10")));
    assertThat(merged.text(Setting.RANK)).isEqualTo("16");
    assertThat(merged.text(Setting.LEARNING_RATE)).isEqualTo("1e-3");
    assertThat(merged.text(Setting.STEPS)).isEqualTo("10");
    assertThat(merged.says(Setting.EPOCHS)).isFalse();
  }
}
