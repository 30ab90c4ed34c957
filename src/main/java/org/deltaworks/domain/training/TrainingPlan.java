package org.deltaworks.domain.training;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;

/**
 * Everything that a run is told: a plan that exists is valid in itself (whether its model and data
 * exist is another question). Built by {@link TrainingDraft#toPlan()}, never by hand outside tests.
 *
 * @param model catalog name or folder of the base
 * @param data catalog names or files to learn from
 * @param name what run and adapter are to be called; chosen by the service if absent
 * @param out folder to write the adapter (or model) to as well
 * @param method what is trained
 * @param lora the adapter, for the LoRA methods
 * @param initAdapter adapter to start from
 * @param batch rows of a step
 * @param length when it is over
 * @param optimizer AdamW and its schedule
 * @param precision type of the computation
 * @param baseStorage how the frozen base is kept
 * @param lossOn which tokens carry loss
 * @param seed seed of initialisation, shuffling, dropout and the held-out choice
 * @param evaluation held-out rows
 * @param checkpoints what is saved on the way
 * @param stopOnDivergence whether a loss that runs away ends the run, instead of being told only
 * @param samplePrompts prompts answered at every evaluation
 * @param threads processor threads, 0 for the engine's choice
 */
public record TrainingPlan(
    String model,
    List<String> data,
    Optional<String> name,
    Optional<String> out,
    Method method,
    Optional<LoraSpec> lora,
    Optional<String> initAdapter,
    Batch batch,
    Length length,
    Optimizer optimizer,
    Precision precision,
    BaseStorage baseStorage,
    LossOn lossOn,
    long seed,
    Evaluation evaluation,
    Checkpoints checkpoints,
    boolean stopOnDivergence,
    List<String> samplePrompts,
    int threads) {

  public TrainingPlan {
    data = List.copyOf(data);
    samplePrompts = List.copyOf(samplePrompts);
  }

  /**
   * Rows of a step.
   *
   * @param rows rows of a micro-batch
   * @param accumulation micro-batches of an optimizer step
   * @param maxLength tokens kept of a row; absent: the smaller of 512 and the model's context
   * @param shuffle whether rows are shuffled each epoch
   * @param packing whether padding is dropped inside a micro-batch (numbers do not change)
   * @param recompute whether activations are recomputed in the backward pass to save memory
   */
  public record Batch(
      int rows,
      int accumulation,
      Optional<Integer> maxLength,
      boolean shuffle,
      boolean packing,
      Recompute recompute) {
    private static final int USUAL_LENGTH = 512;

    /**
     * Tokens kept of a row.
     *
     * @param context longest row that the model was made for
     */
    public int rowLength(int context) {
      return Math.min(maxLength.orElse(USUAL_LENGTH), context);
    }
  }

  /** Whether activations are kept or computed again. */
  public enum Recompute {
    AUTO,
    ON,
    OFF
  }

  /** When a run is over. */
  public sealed interface Length {
    /** After this many optimizer steps. */
    record Steps(int steps) implements Length {}

    /** After this many passes over the training rows; the last batch of a pass may be smaller. */
    record Epochs(double epochs) implements Length {}
  }

  /** Course of the learning rate after the warm-up. */
  public enum Schedule {
    CONSTANT,
    LINEAR,
    COSINE
  }

  /**
   * AdamW as PyTorch's (arXiv 1711.05101), state in float32.
   *
   * @param learningRate peak rate
   * @param schedule course after the warm-up
   * @param warmupSteps steps of linear rise; absent: 3 % of all steps
   * @param weightDecay decoupled weight decay
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param epsilon denominator's epsilon
   * @param maxGradientNorm global norm that gradients are clipped to, 0 for no clipping
   */
  public record Optimizer(
      double learningRate,
      Schedule schedule,
      Optional<Integer> warmupSteps,
      double weightDecay,
      double beta1,
      double beta2,
      double epsilon,
      double maxGradientNorm) {}

  /** Type of the computation; adapters and optimizer state stay float32. */
  public enum Precision {
    FLOAT32,
    BFLOAT16
  }

  /** How the numbers of a frozen base are kept while an adapter is trained. */
  public enum BaseStorage {
    /** As they are. */
    NONE,
    /** Linear weights in four bits, with double quantisation (QLoRA, arXiv 2305.14314). */
    NF4
  }

  /** Which tokens carry loss. */
  public enum LossOn {
    COMPLETION,
    ALL
  }

  /**
   * Held-out rows.
   *
   * @param data files of their own, if given
   * @param fraction share of the training rows held out otherwise, 0 for none; never the only row
   * @param every steps between evaluations; absent: at the start of the run, ten times on the way,
   *     and at the end
   * @param patience evaluations without a better one after which the run stops, 0 for never
   */
  public record Evaluation(
      Optional<String> data, double fraction, Optional<Integer> every, int patience) {}

  /**
   * What is saved on the way.
   *
   * @param every steps between checkpoints; absent: when evaluating
   * @param keep how many are kept
   */
  public record Checkpoints(Optional<Integer> every, int keep) {}
}
