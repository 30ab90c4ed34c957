package org.deltaworks.domain.training;

import java.util.Optional;
import org.deltaworks.domain.problem.Counted;

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

  /** What a person reads in the log where a run went on with this draft of its own accord. */
  public static String memoryRanOut(TrainingDraft now) {
    return "Memory ran out, so the run goes on with less of it: %s at once, collected %s"
            .formatted(
                Counted.of(Integer.parseInt(now.text(Setting.BATCH_SIZE)), "row"),
                times(Integer.parseInt(now.text(Setting.ACCUMULATE))))
        + (now.text(Setting.RECOMPUTE).equals("on")
            ? ", and some numbers computed twice instead of kept."
            : ". A step is the same rows as before.");
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

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
