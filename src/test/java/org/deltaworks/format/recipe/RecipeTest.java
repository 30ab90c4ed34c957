package org.deltaworks.format.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  @Provide
  Arbitrary<TrainingDraft> drafts() {
    Arbitrary<String> texts =
        Arbitraries.strings().all().excludeChars('\ud800').ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> good =
        texts.filter(
            t ->
                !t.isBlank()
                    && t.strip().equals(t)
                    && t.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    return Combinators.combine(Arbitraries.of(Setting.class), good.list().ofMinSize(1).ofMaxSize(3))
        .as(Said::new)
        .list()
        .ofMaxSize(8)
        .map(
            all -> {
              TrainingDraft draft = TrainingDraft.empty();
              for (Said said : all) {
                draft =
                    said.setting().repeatable()
                        ? draft.with(said.setting(), said.texts())
                        : draft.with(said.setting(), said.texts().getFirst());
              }
              return draft;
            });
  }

  record Said(Setting setting, List<String> texts) {}

  @Property(tries = 300)
  void whatIsSavedIsReadBack(@ForAll("drafts") TrainingDraft draft) {
    assertThat(Recipe.parse(Recipe.text(draft))).isEqualTo(draft);
  }

  @Test
  void aHandWrittenRecipeMayUseNumbersAndOneText(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.json");
    Files.writeString(
        file,
        "{\"model\": \"polder\", \"data\": \"a.jsonl\", \"rank\": 16, \"shuffle\": false,"
            + " \"steps\": null}");
    TrainingDraft draft = Recipe.read(file);
    assertThat(draft.text(Setting.RANK)).isEqualTo("16");
    assertThat(draft.text(Setting.SHUFFLE)).isEqualTo("false");
    assertThat(draft.texts(Setting.DATA)).containsExactly("a.jsonl");
    assertThat(draft.says(Setting.STEPS)).isFalse();
  }

  @Test
  void savesAFileThatIsReadBack(@TempDir Path folder) {
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, "polder")
            .with(Setting.DATA, List.of("a.jsonl", "b.jsonl"));
    Recipe.save(folder.resolve("r.json"), draft);
    assertThat(Recipe.read(folder.resolve("r.json"))).isEqualTo(draft);
  }

  @Test
  void anUnknownKeyIsTold() {
    assertProblem("{\"rnak\": 8}", "\"rnak\" in recipe is no setting", "rank, alpha");
    assertProblem("{\"rank\": [1, 2]}", "should be one value");
    assertProblem("{\"data\": [[]]}", "a list of texts");
    assertProblem("[]", "does not hold a JSON object");
    assertProblem("{\"rank\": 8,\n oops", "line 2");
  }

  private static void assertProblem(String text, String... words) {
    assertThatThrownBy(() -> Recipe.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Problem.Kind.WRONG_USAGE);
              assertThat(e.problem().line()).contains(List.of(words));
            });
  }
}
