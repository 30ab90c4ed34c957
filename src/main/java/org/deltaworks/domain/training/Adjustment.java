package org.deltaworks.domain.training;

import java.util.Optional;

/** A change with which a run that failed may go on from its last checkpoint. */
public enum Adjustment {
  /** Half the learning rate, for a run whose loss became no number. */
  HALF_RATE {
    @Override
    public Optional<TrainingDraft> of(TrainingDraft draft) {
      double half = draft.toPlan().orThrow().optimizer().learningRate() / 2;
      return half > 0
          ? Optional.of(draft.with(Setting.LEARNING_RATE, Double.toString(half)))
          : Optional.empty();
    }
  },

  /** Fewer rows at once, collected until the step is the same; at last activations anew. */
  LESS_MEMORY {
    @Override
    public Optional<TrainingDraft> of(TrainingDraft draft) {
      return lessMemory(draft, draft.toPlan().orThrow().batch());
    }
  };

  /** The draft with it; empty if there is nothing left to change. */
  public abstract Optional<TrainingDraft> of(TrainingDraft draft);

  private static Optional<TrainingDraft> lessMemory(TrainingDraft draft, TrainingPlan.Batch batch) {
    if (batch.rows() > 1) {
      int step = Math.multiplyExact(batch.rows(), batch.accumulation());
      int rows = batch.rows() / 2;
      while (step % rows != 0) {
        rows--;
      }
      return Optional.of(
          draft
              .with(Setting.BATCH_SIZE, Integer.toString(rows))
              .with(Setting.ACCUMULATE, Integer.toString(step / rows)));
    }
    return batch.recompute() == TrainingPlan.Recompute.ON
        ? Optional.empty()
        : Optional.of(draft.with(Setting.RECOMPUTE, "on"));
  }
}
