package org.deltaworks.service.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;

/** Changes that might make a run smaller; whether one does is seen by estimating it. */
final class Remedies {
  private static final int SHORTEST = 16;

  private Remedies() {}

  /**
   * A change.
   *
   * @param words what a button says
   * @param draft the changed settings alone
   */
  record Change(String words, TrainingDraft draft) {}

  /**
   * What costs least first: time, then exactness, then what is learnt.
   *
   * @param recompute whether blocks are computed twice already
   * @param longest tokens of the longest row
   */
  static List<Change> of(TrainingPlan plan, boolean recompute, int longest) {
    List<Change> changes = new ArrayList<>();
    TrainingPlan.Batch batch = plan.batch();
    if (plan.checkpoints().keep() > 1) {
      changes.add(change("Keep one checkpoint", Setting.KEEP, 1));
    }
    if (batch.rows() > 1) {
      changes.add(fewerRows(batch));
    }
    if (!recompute) {
      changes.add(
          new Change(
              "Compute blocks twice instead of keeping them",
              TrainingDraft.empty().with(Setting.RECOMPUTE, "on")));
    }
    if (plan.precision() == TrainingPlan.Precision.FLOAT32) {
      changes.add(
          new Change(
              "Compute with smaller numbers (bfloat16)",
              TrainingDraft.empty().with(Setting.DTYPE, code(TrainingPlan.Precision.BFLOAT16))));
    }
    if (plan.baseStorage() == TrainingPlan.BaseStorage.NONE && plan.method().makesAdapter()) {
      // Blocks are computed twice then, whatever was said about that before.
      changes.add(
          new Change(
              "Keep the base model in 4 bits",
              TrainingDraft.empty()
                  .with(Setting.QUANTIZE, code(TrainingPlan.BaseStorage.NF4))
                  .with(Setting.RECOMPUTE, code(TrainingPlan.Recompute.AUTO))));
    }
    int half = Math.min(longest, batch.rowLength(longest)) / 2;
    if (half >= SHORTEST) {
      changes.add(change("Cut rows after %d tokens".formatted(half), Setting.MAX_LENGTH, half));
    }
    plan.lora()
        .map(LoraSpec::rank)
        .filter(rank -> rank > 1)
        .map(rank -> change("Lower the rank to %d".formatted(rank / 2), Setting.RANK, rank / 2))
        .ifPresent(changes::add);
    if (!plan.method().makesAdapter()) {
      changes.add(
          new Change(
              "Train an adapter instead",
              TrainingDraft.empty().with(Setting.METHOD, Method.LORA.code())));
    }
    return changes;
  }

  private static Change fewerRows(TrainingPlan.Batch batch) {
    int rows = (batch.rows() + 1) / 2;
    int accumulation = 2 * batch.accumulation();
    return new Change(
        "Read %d rows at a time, %d times a step".formatted(rows, accumulation),
        TrainingDraft.empty()
            .with(Setting.BATCH_SIZE, Integer.toString(rows))
            .with(Setting.ACCUMULATE, Integer.toString(accumulation)));
  }

  private static Change change(String words, Setting setting, int value) {
    return new Change(words, TrainingDraft.empty().with(setting, Integer.toString(value)));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
