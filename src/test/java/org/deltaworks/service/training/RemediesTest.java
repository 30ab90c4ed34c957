package org.deltaworks.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.junit.jupiter.api.Test;

/** Which changes are tried where a run does not fit. */
class RemediesTest {
  private static final TrainingDraft DRAFT =
      TrainingDraft.empty()
          .with(Setting.MODEL, "polder")
          .with(Setting.DATA, "rows.jsonl")
          .with(Setting.BATCH_SIZE, "8")
          .with(Setting.RANK, "8");

  private static List<String> words(TrainingDraft draft, boolean recompute, int longest) {
    return Remedies.of(draft.toPlan().orThrow(), recompute, longest).stream()
        .map(Remedies.Change::words)
        .toList();
  }

  @Test
  void whatCostsLeastComesFirst() {
    assertThat(words(DRAFT, false, 400))
        .containsExactly(
            "Keep one checkpoint",
            "Read 4 rows at a time, 2 times a step",
            "Compute blocks twice instead of keeping them",
            "Compute with smaller numbers (bfloat16)",
            "Keep the base model in 4 bits",
            "Cut rows after 200 tokens",
            "Lower the rank to 4");
  }

  @Test
  void whatIsDoneAlreadyIsNotAdvised() {
    TrainingDraft small =
        DRAFT
            .with(Setting.BATCH_SIZE, "1")
            .with(Setting.RANK, "1")
            .with(Setting.KEEP, "1")
            .with(Setting.DTYPE, "bfloat16")
            .with(Setting.QUANTIZE, "nf4");
    assertThat(words(small, true, 20)).isEmpty();
  }

  @Test
  void halfOfTheRowsTwiceAsOftenIsTheSameStep() {
    TrainingDraft change =
        Remedies.of(DRAFT.with(Setting.KEEP, "1").toPlan().orThrow(), true, 10).getFirst().draft();
    assertThat(change.text(Setting.BATCH_SIZE)).isEqualTo("4");
    assertThat(change.text(Setting.ACCUMULATE)).isEqualTo("2");
  }

  @Test
  void aBaseInFourBitsIsAdvisedForAdaptersAndMakesAPlanWhateverWasSaidBefore() {
    assertThat(words(DRAFT.with(Setting.METHOD, "full"), true, 10))
        .noneMatch(word -> word.contains("4 bits"));
    TrainingDraft kept = DRAFT.with(Setting.RECOMPUTE, "off");
    assertThat(Remedies.of(kept.toPlan().orThrow(), false, 400))
        .filteredOn(change -> change.words().contains("4 bits"))
        .singleElement()
        .satisfies(
            change ->
                assertThat(kept.overriddenBy(change.draft()).toPlan().orThrow().baseStorage())
                    .isEqualTo(TrainingPlan.BaseStorage.NF4));
  }

  @Test
  void anAdapterIsAdvisedWhereEverythingIsTrained() {
    TrainingDraft full = DRAFT.with(Setting.METHOD, "full");
    assertThat(words(full, true, 10)).last().isEqualTo("Train an adapter instead");
  }
}
