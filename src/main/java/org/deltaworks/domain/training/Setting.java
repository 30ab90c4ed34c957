package org.deltaworks.domain.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting of a training, once: its option on the command line, its key in a recipe, its label
 * and its sentence of help in the window. The command line, the form, a recipe file and the catalog
 * all speak in these.
 */
public enum Setting {
  MODEL("model", "", "Base model", "The model you start from. Its own numbers stay as they are."),
  DATA(
      "data",
      "",
      "Examples",
      "The file the model learns from: questions with answers, conversations or text."),
  NAME("name", "", "Name", "What the run and the adapter will be called."),
  OUT(
      "out",
      "",
      "Also save to",
      "A folder that gets a copy of the adapter, ready for other programs."),
  METHOD(
      "method",
      "lora",
      "Method",
      "How the model is changed. LoRA adds a small adapter and is right for almost everybody;"
          + " full, last-layers (the last two blocks) and bitfit (bias terms, or norm gains where"
          + " a model has no biases) make a changed copy of the model."),
  RANK(
      "rank",
      "8",
      "Rank",
      "How much the adapter can hold. 4 to 16 is enough for a style or a task; more costs memory"
          + " and time."),
  ALPHA(
      "alpha",
      "16",
      "Alpha",
      "How loudly the adapter speaks: its effect is multiplied by alpha divided by rank. Twice the"
          + " rank is a good start."),
  DROPOUT(
      "dropout",
      "0",
      "Dropout",
      "The share of inputs hidden at random while training, which can help when there are few"
          + " examples."),
  TARGET_MODULES(
      "target-modules",
      "",
      "Modules",
      "Which parts of the model get an adapter. All of them learn best, fewer are smaller."),
  BATCH_SIZE(
      "batch-size",
      "8",
      "Rows per step",
      "How many examples the model looks at before it takes a step. More is smoother and needs more"
          + " memory."),
  ACCUMULATE(
      "accumulate",
      "1",
      "Collect",
      "How many batches are collected for one step: the effect of larger batches without the"
          + " memory."),
  MAX_LENGTH(
      "max-length",
      "",
      "Longest row",
      "Rows are cut after this many tokens (a token is about three quarters of a word)."),
  STEPS(
      "steps",
      "",
      "Steps",
      "How many steps to train. Leave it empty to count passes over the examples instead."),
  EPOCHS("epochs", "1", "Passes", "How many times the model reads all the examples."),
  LEARNING_RATE(
      "lr",
      "2e-4",
      "Learning rate",
      "How big each step is. Too small learns slowly, too big forgets everything."),
  SCHEDULE(
      "schedule",
      "linear",
      "Schedule",
      "How the learning rate goes on after the warm-up: constant, or down to zero in a line or a"
          + " curve."),
  WARMUP(
      "warmup",
      "",
      "Warm-up",
      "Over how many steps the learning rate rises at the start. Empty means 3 % of all steps."),
  WEIGHT_DECAY(
      "weight-decay", "0", "Weight decay", "Pulls the adapter's numbers gently towards zero."),
  BETA1(
      "beta1", "0.9", "Beta 1", "How long the optimizer remembers the direction of earlier steps."),
  BETA2("beta2", "0.999", "Beta 2", "How long the optimizer remembers the size of earlier steps."),
  EPSILON(
      "epsilon",
      "1e-8",
      "Epsilon",
      "A tiny number that keeps the optimizer from dividing by zero."),
  MAX_GRAD_NORM(
      "max-grad-norm",
      "1",
      "Gradient limit",
      "Steps that would be larger than this are shortened. 0 means no limit."),
  DTYPE(
      "dtype",
      "float32",
      "Precision",
      "float32 is exact; bfloat16 is faster and smaller on processors that have it."),
  QUANTIZE(
      "quantize",
      "none",
      "Keep the base model in 4 bits",
      "nf4 keeps the base in about half a byte a number: a quarter of its bfloat16 size. Its"
          + " numbers are rounded for that, small models feel it, and each step takes longer. The"
          + " adapter that comes out is an ordinary one for the unrounded base, and merging goes"
          + " onto that."),
  LOSS_ON(
      "loss-on", "completion", "Learn from", "Only the answers, or every word of the examples."),
  SHUFFLE("shuffle", "true", "Shuffle", "Whether the examples come in a new order on every pass."),
  SEED("seed", "0", "Seed", "The same seed gives the same result again."),
  PACKING(
      "packing",
      "on",
      "Packing",
      "Leaves out the padding between rows of different length. The result is the same, only"
          + " faster."),
  RECOMPUTE(
      "recompute",
      "auto",
      "Recompute",
      "Computes some numbers twice instead of keeping them, which saves memory and takes longer."),
  INIT_ADAPTER(
      "init-adapter", "", "Continue from", "An adapter to go on from instead of starting fresh."),
  EVAL_DATA("eval-data", "", "Test file", "Examples kept for testing only."),
  EVAL_FRACTION(
      "eval-fraction",
      "0.1",
      "Held out",
      "The share of the examples kept for testing: 0.1 is every tenth."),
  EVAL_EVERY(
      "eval-every", "", "Test every", "How many steps between two tests on the held-out examples."),
  SAVE_EVERY(
      "save-every",
      "",
      "Save every",
      "How many steps between two checkpoints, from which a run can go on."),
  KEEP("keep", "2", "Keep", "How many checkpoints are kept."),
  PATIENCE(
      "patience",
      "0",
      "Patience",
      "Stops when this many tests in a row were no better. 0 means never."),
  STOP_ON_DIVERGENCE(
      "stop-on-divergence",
      "false",
      "Stop if the loss runs away",
      "Ends the run when the loss rises far above where it was, and keeps a checkpoint from before,"
          + " instead of only warning."),
  SAMPLE_PROMPT(
      "sample-prompt",
      "",
      "Sample questions",
      "Questions the model answers at every test, so that you can watch it learn."),
  THREADS("threads", "0", "Threads", "How many processor cores to use. 0 lets Deltaworks choose.");

  private final String option;
  private final String defaultText;
  private final String label;
  private final String help;

  Setting(String option, String defaultText, String label, String help) {
    this.option = option;
    this.defaultText = defaultText;
    this.label = label;
    this.help = help;
  }

  /** Its name on the command line, without dashes, and its key in a recipe. */
  public String option() {
    return option;
  }

  /** What it is when nobody says anything; empty where that means "none" or "chosen for you". */
  public String defaultText() {
    return defaultText;
  }

  /** A few words for a form. */
  public String label() {
    return label;
  }

  /** A sentence that a layperson understands. */
  public String help() {
    return help;
  }

  /** Whether it may be given more than once. */
  public boolean repeatable() {
    return this == DATA || this == SAMPLE_PROMPT;
  }

  /** Whether it is said by its name alone on the command line, and denied by {@code --no-…}. */
  public boolean flag() {
    return this == SHUFFLE || this == STOP_ON_DIVERGENCE;
  }

  /** The setting of this option name. */
  public static Optional<Setting> of(String option) {
    return Arrays.stream(values()).filter(s -> s.option.equals(option)).findFirst();
  }
}
