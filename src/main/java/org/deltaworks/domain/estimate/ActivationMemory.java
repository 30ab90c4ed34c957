package org.deltaworks.domain.estimate;

import java.util.Comparator;
import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * Whether the activations of a micro-batch fit into memory, or its blocks had better be computed
 * twice.
 */
public final class ActivationMemory {
  /** Share of the machine's memory that kept activations may take. */
  private static final double SHARE = 0.4;

  private final DecoderSpec spec;
  private final long machineBytes;

  /**
   * On a machine.
   *
   * @param machineBytes its memory
   */
  public ActivationMemory(DecoderSpec spec, long machineBytes) {
    this.spec = spec;
    this.machineBytes = machineBytes;
  }

  /** Decides for a plan. */
  public boolean recompute(TrainingPlan.Batch batch, List<TokenizedRow> rows) {
    return switch (batch.recompute()) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> bytes(tokens(batch, rows)) > SHARE * machineBytes;
    };
  }

  /** Bytes that are kept of all blocks for so many tokens, float32. */
  long bytes(long tokens) {
    long attention = (long) spec.headWidth() * (2L * spec.heads() + 2L * spec.keyValueHeads());
    long perToken = 2L * spec.hidden() + attention + 2L * spec.intermediate() + spec.heads();
    return Float.BYTES * perToken * spec.layers() * tokens;
  }

  private static long tokens(TrainingPlan.Batch batch, List<TokenizedRow> rows) {
    return rows.stream()
        .mapToLong(TokenizedRow::length)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .limit(batch.rows())
        .mapToLong(Long::longValue)
        .sum();
  }
}
