package org.deltaworks.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingPlan;

/** How a setting is asked for. */
public sealed interface SettingInput {
  /** A word or number to type. */
  record Typed() implements SettingInput {}

  /** Several lines, one value each. */
  record Lines() implements SettingInput {}

  /** A file or folder to choose. */
  record Chosen(boolean folder) implements SettingInput {}

  /**
   * One of a few.
   *
   * @param options in order; {@code value} is the command line's word
   */
  record OneOf(List<Option> options) implements SettingInput {
    public OneOf {
      options = List.copyOf(options);
    }
  }

  /** Yes or no. */
  record Switch(String on, String off) implements SettingInput {}

  /** A choice in words for the command line and for people. */
  record Option(String value, String label) {}

  /** The input of this setting. */
  static SettingInput of(Setting setting) {
    return switch (setting) {
      case METHOD ->
          new OneOf(
              List.of(
                  option(Method.LORA, "LoRA: a small adapter"),
                  option(Method.RSLORA, "rsLoRA: for high ranks"),
                  option(Method.FULL, "Everything: a new model"),
                  option(Method.LAST_LAYERS, "Last layers only: a new model"),
                  option(Method.BITFIT, "Biases only: a new model")));
      case SCHEDULE ->
          new OneOf(
              List.of(
                  option(TrainingPlan.Schedule.CONSTANT, "Stays the same"),
                  option(TrainingPlan.Schedule.LINEAR, "Falls in a line"),
                  option(TrainingPlan.Schedule.COSINE, "Falls in a curve")));
      case DTYPE ->
          new OneOf(
              List.of(
                  option(TrainingPlan.Precision.FLOAT32, "Exact (float32)"),
                  option(TrainingPlan.Precision.BFLOAT16, "Smaller (bfloat16)")));
      case QUANTIZE ->
          new OneOf(
              List.of(
                  option(TrainingPlan.BaseStorage.NONE, "No: as it is"),
                  option(TrainingPlan.BaseStorage.NF4, "Yes (nf4)")));
      case LOSS_ON ->
          new OneOf(
              List.of(
                  option(TrainingPlan.LossOn.COMPLETION, "The answers"),
                  option(TrainingPlan.LossOn.ALL, "Every word")));
      case RECOMPUTE ->
          new OneOf(
              List.of(
                  option(TrainingPlan.Recompute.AUTO, "Chosen for you"),
                  option(TrainingPlan.Recompute.ON, "Always"),
                  option(TrainingPlan.Recompute.OFF, "Never")));
      case SHUFFLE, STOP_ON_DIVERGENCE -> new Switch("true", "false");
      case PACKING -> new Switch("on", "off");
      case SAMPLE_PROMPT, DATA -> new Lines();
      case EVAL_DATA -> new Chosen(false);
      case OUT, INIT_ADAPTER -> new Chosen(true);
      default -> new Typed();
    };
  }

  private static Option option(Enum<?> value, String label) {
    return new Option(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), label);
  }

  /** The settings under "More", in groups of what belongs together. */
  enum Group {
    RUN("The run", Setting.NAME, Setting.METHOD, Setting.INIT_ADAPTER, Setting.OUT, Setting.SEED),
    LENGTH(
        "How long",
        Setting.EPOCHS,
        Setting.STEPS,
        Setting.BATCH_SIZE,
        Setting.ACCUMULATE,
        Setting.MAX_LENGTH),
    LEARNING(
        "How it learns",
        Setting.LEARNING_RATE,
        Setting.SCHEDULE,
        Setting.WARMUP,
        Setting.DROPOUT,
        Setting.LOSS_ON,
        Setting.SHUFFLE,
        Setting.WEIGHT_DECAY,
        Setting.MAX_GRAD_NORM,
        Setting.BETA1,
        Setting.BETA2,
        Setting.EPSILON),
    TESTING(
        "Testing and saving",
        Setting.EVAL_FRACTION,
        Setting.EVAL_DATA,
        Setting.EVAL_EVERY,
        Setting.PATIENCE,
        Setting.STOP_ON_DIVERGENCE,
        Setting.SAVE_EVERY,
        Setting.KEEP,
        Setting.SAMPLE_PROMPT),
    MACHINE(
        "The machine",
        Setting.DTYPE,
        Setting.QUANTIZE,
        Setting.RECOMPUTE,
        Setting.PACKING,
        Setting.THREADS);

    private final String label;
    private final List<Setting> settings;

    Group(String label, Setting... settings) {
      this.label = label;
      this.settings = List.of(settings);
    }

    /** A heading. */
    public String label() {
      return label;
    }

    /** What it holds, the most useful first. */
    public List<Setting> settings() {
      return settings;
    }

    /** How many settings there are under "More". */
    public static int settingsInAll() {
      return Arrays.stream(values()).mapToInt(group -> group.settings.size()).sum();
    }
  }
}
