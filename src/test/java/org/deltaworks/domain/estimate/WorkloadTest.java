package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.RowOrder;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final TrainingDraft DRAFT =
      TrainingDraft.empty()
          .with(Setting.MODEL, "m")
          .with(Setting.DATA, "d")
          .with(Setting.BATCH_SIZE, "4")
          .with(Setting.ACCUMULATE, "2");

  /** Row i has i + 2 tokens. */
  private static List<TokenizedRow> rows(int count) {
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = IntStream.range(0, i + 2).toArray();
      rows.add(new TokenizedRow(ids, ids.clone()));
    }
    return rows;
  }

  private static TrainingPlan plan(TrainingDraft draft) {
    return draft.toPlan().orThrow();
  }

  @Test
  void aPassOverTheRowsComputesEachOfThemOnce() {
    TrainingPlan plan = plan(DRAFT.with(Setting.EPOCHS, "1"));
    Workload work = Workload.of(plan, HeldOut.of(rows(50), 0.1, 0));
    long tokens =
        HeldOut.of(rows(50), 0.1, 0).training().stream().mapToLong(TokenizedRow::length).sum();
    assertThat(work.steps()).isEqualTo(6);
    assertThat(work.learning().stream().mapToLong(PassShape::positions).sum()).isEqualTo(tokens);
    assertThat(work.testing().stream().mapToLong(p -> p.groups().size()).sum()).isEqualTo(5);
  }

  @Test
  void theLargestPassIsOneThatTheRunReallyMakes() {
    TrainingPlan plan = plan(DRAFT.with(Setting.STEPS, "2").with(Setting.SEED, "3"));
    HeldOut rows = HeldOut.of(rows(50), 0, 3);
    Workload work = Workload.of(plan, rows);
    RowOrder order = new RowOrder(50, plan.batch(), 3);
    long largest = 0;
    for (int step = 1; step <= 2; step++) {
      for (List<Integer> some : order.batches(step)) {
        largest = Math.max(largest, some.stream().mapToLong(i -> i + 2).sum());
      }
    }
    assertThat(Workload.largest(work.learning(), PassShape::positions).positions())
        .isEqualTo(largest)
        .isLessThan(51 + 50 + 49 + 48);
  }

  @Test
  void aCheckpointIsWrittenWhereOneIsDueAndWhereATestMayFindANewBest() {
    assertThat(saves(DRAFT, 0.1)).as("with each test, but not at the end").isEqualTo(9);
    assertThat(saves(DRAFT.with(Setting.SAVE_EVERY, "4"), 0))
        .as("4, 8, and so on to 28")
        .isEqualTo(7);
    assertThat(saves(DRAFT.with(Setting.SAVE_EVERY, "4").with(Setting.EVAL_EVERY, "6"), 0.1))
        .as("and 6 and 18; 12 and 24 are in both")
        .isEqualTo(9);
  }

  private static int saves(TrainingDraft draft, double heldOut) {
    return Workload.of(plan(draft.with(Setting.STEPS, "30")), HeldOut.of(rows(50), heldOut, 0))
        .saves();
  }

  @Test
  void aRunOfManyStepsIsNotLookedThroughToItsEnd() {
    TrainingPlan plan = plan(DRAFT.with(Setting.STEPS, "1000000"));
    Workload work = Workload.of(plan, HeldOut.of(rows(50), 0.1, 0));
    assertThat(work.steps()).isEqualTo(1_000_000);
    assertThat(work.looked()).isLessThan(5000);
  }
}
