package org.deltaworks.service.training;

import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * What a training will need in memory, rather too much than too little: waiting costs time, running
 * out of memory costs the run.
 */
final class MemoryGuess {
  /** Java, libtorch's code and its scratch memory. */
  private static final long ENGINE = 450L << 20;

  /** A number, its gradient and AdamW's two averages (arXiv 1711.05101), in float32. */
  private static final int BYTES_PER_TRAINED = 4 * Float.BYTES;

  /**
   * Kept of every layer for the way back, in widths of the residual stream: inputs, norms, qkvo.
   */
  private static final int STREAMS = 10;

  /** Gate, up and their product. */
  private static final int FEED_FORWARDS = 3;

  /** Logits, their softmax and their gradient. */
  private static final int LOGITS = 3;

  private static final int USUAL_LENGTH = 512;

  private MemoryGuess() {}

  static long bytes(BaseModel base, TrainingPlan plan, long trainable) {
    DecoderSpec decoder = base.decoder();
    int asked = plan.batch().maxLength().orElse(USUAL_LENGTH);
    long length = Math.min(asked, decoder.context());
    long tokens = plan.batch().rows() * length;
    long layer =
        (long) STREAMS * decoder.hidden()
            + (long) FEED_FORWARDS * decoder.intermediate()
            + decoder.heads() * length;
    long activations = tokens * decoder.layers() * layer * Float.BYTES;
    long head = tokens * decoder.vocabulary() * LOGITS * Float.BYTES;
    long weights = base.parameters() * Float.BYTES;
    return ENGINE + weights + trainable * BYTES_PER_TRAINED + activations + head;
  }
}
