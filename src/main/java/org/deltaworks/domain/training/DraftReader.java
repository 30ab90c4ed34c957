package org.deltaworks.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.PatternSyntaxException;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;

/** Reads a draft's texts into a plan and collects what does not fit, setting by setting. */
final class DraftReader {
  private static final int MAX_RANK = 4096;

  private final TrainingDraft draft;
  private final List<Problem> problems = new ArrayList<>();

  DraftReader(TrainingDraft draft) {
    this.draft = draft;
  }

  Checked<TrainingPlan> read() {
    String model =
        required(Setting.MODEL, "No base model was chosen.", "Choose the model to start from.");
    if (draft.texts(Setting.DATA).isEmpty()) {
      problem(Setting.DATA, "No examples were chosen.", "Choose a file to learn from.");
    }
    Method method = choice(Setting.METHOD, Method.values(), Method.LORA);
    Optional<LoraSpec> lora = method.makesAdapter() ? lora(method) : Optional.empty();
    TrainingPlan.BaseStorage baseStorage =
        choice(Setting.QUANTIZE, TrainingPlan.BaseStorage.values(), TrainingPlan.BaseStorage.NONE);
    refuseFourBitsForAModel(baseStorage, method);
    TrainingPlan.Batch batch = batch(baseStorage);
    TrainingPlan.Length length = length();
    TrainingPlan.Optimizer optimizer = optimizer();
    TrainingPlan.Precision precision =
        choice(Setting.DTYPE, TrainingPlan.Precision.values(), TrainingPlan.Precision.FLOAT32);
    TrainingPlan.LossOn lossOn =
        choice(Setting.LOSS_ON, TrainingPlan.LossOn.values(), TrainingPlan.LossOn.COMPLETION);
    long seed = wholeLong(Setting.SEED);
    TrainingPlan.Evaluation evaluation = evaluation();
    TrainingPlan.Checkpoints checkpoints =
        new TrainingPlan.Checkpoints(
            optionalWhole(Setting.SAVE_EVERY, 1), whole(Setting.KEEP, 1, 1000));
    boolean stopOnDivergence = flag(Setting.STOP_ON_DIVERGENCE);
    int threads = whole(Setting.THREADS, 0, 1024);
    if (!problems.isEmpty()) {
      return new Checked.Invalid<>(problems);
    }
    return new Checked.Valid<>(
        new TrainingPlan(
            model,
            draft.texts(Setting.DATA),
            said(Setting.NAME),
            said(Setting.OUT),
            method,
            lora,
            said(Setting.INIT_ADAPTER),
            batch,
            length,
            optimizer,
            precision,
            baseStorage,
            lossOn,
            seed,
            evaluation,
            checkpoints,
            stopOnDivergence,
            draft.texts(Setting.SAMPLE_PROMPT),
            threads));
  }

  private Optional<LoraSpec> lora(Method method) {
    int rank = whole(Setting.RANK, 1, MAX_RANK);
    double alpha = number(Setting.ALPHA, v -> v > 0, "a number above 0");
    double dropout = number(Setting.DROPOUT, v -> v >= 0 && v < 1, "at least 0 and below 1");
    TargetModules targets;
    try {
      targets = TargetModules.parse(draft.text(Setting.TARGET_MODULES));
    } catch (PatternSyntaxException e) {
      problem(
          Setting.TARGET_MODULES,
          "\"%s\" is not a regular expression: %s.".formatted(e.getPattern(), e.getDescription()),
          "Correct it, or name modules separated by commas.");
      return Optional.empty();
    }
    if (targets instanceof TargetModules.Names(List<String> names) && names.isEmpty()) {
      problem(
          Setting.TARGET_MODULES, "No module was chosen.", "Choose at least one module to adapt.");
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    LoraSpec plain = LoraSpec.of(rank, alpha, dropout, targets);
    return Optional.of(
        new LoraSpec(
            rank,
            alpha,
            dropout,
            targets,
            plain.rankPattern(),
            plain.alphaPattern(),
            plain.layers(),
            method == Method.RSLORA));
  }

  private void refuseFourBitsForAModel(TrainingPlan.BaseStorage storage, Method method) {
    if (storage == TrainingPlan.BaseStorage.NF4 && !method.makesAdapter()) {
      problem(
          Setting.QUANTIZE,
          "The base cannot be kept in 4 bits with the method %s, which changes the base's own numbers."
              .formatted(method.code()),
          "Choose the method lora or rslora, or keep the base as it is (none).");
    }
  }

  private TrainingPlan.Batch batch(TrainingPlan.BaseStorage storage) {
    return new TrainingPlan.Batch(
        whole(Setting.BATCH_SIZE, 1, 1_000_000),
        whole(Setting.ACCUMULATE, 1, 1_000_000),
        optionalWhole(Setting.MAX_LENGTH, 2),
        flag(Setting.SHUFFLE),
        flag(Setting.PACKING),
        recompute(storage));
  }

  /**
   * The graph of a block keeps what a base in four bits was written out to, so only one of them may
   * exist at a time.
   */
  private TrainingPlan.Recompute recompute(TrainingPlan.BaseStorage storage) {
    TrainingPlan.Recompute said =
        choice(Setting.RECOMPUTE, TrainingPlan.Recompute.values(), TrainingPlan.Recompute.AUTO);
    if (storage == TrainingPlan.BaseStorage.NONE) {
      return said;
    }
    if (said == TrainingPlan.Recompute.OFF) {
      problem(
          Setting.RECOMPUTE,
          "A base in 4 bits is trained with recompute on: kept activations would keep the whole"
              + " base unpacked.",
          "Leave recompute at auto, or keep the base as it is (quantize none).");
    }
    return TrainingPlan.Recompute.ON;
  }

  private TrainingPlan.Length length() {
    if (draft.says(Setting.STEPS)) {
      if (draft.says(Setting.EPOCHS)) {
        problem(Setting.EPOCHS, "Both steps and passes were given.", "Give one of the two.");
      }
      return new TrainingPlan.Length.Steps(whole(Setting.STEPS, 1, Integer.MAX_VALUE));
    }
    return new TrainingPlan.Length.Epochs(
        number(Setting.EPOCHS, v -> v > 0 && v <= 1e6, "a number above 0"));
  }

  private TrainingPlan.Optimizer optimizer() {
    return new TrainingPlan.Optimizer(
        number(Setting.LEARNING_RATE, v -> v > 0, "a number above 0, such as 2e-4"),
        choice(Setting.SCHEDULE, TrainingPlan.Schedule.values(), TrainingPlan.Schedule.LINEAR),
        optionalWhole(Setting.WARMUP, 0),
        number(Setting.WEIGHT_DECAY, v -> v >= 0, "0 or more"),
        number(Setting.BETA1, v -> v >= 0 && v < 1, "at least 0 and below 1"),
        number(Setting.BETA2, v -> v >= 0 && v < 1, "at least 0 and below 1"),
        number(Setting.EPSILON, v -> v > 0, "a number above 0"),
        number(Setting.MAX_GRAD_NORM, v -> v >= 0, "0 or more"));
  }

  private TrainingPlan.Evaluation evaluation() {
    return new TrainingPlan.Evaluation(
        said(Setting.EVAL_DATA),
        number(Setting.EVAL_FRACTION, v -> v >= 0 && v < 1, "at least 0 and below 1"),
        optionalWhole(Setting.EVAL_EVERY, 1),
        whole(Setting.PATIENCE, 0, 1_000_000));
  }

  private String required(Setting setting, String message, String remedy) {
    String text = draft.text(setting);
    if (text.isBlank()) {
      problem(setting, message, remedy);
    }
    return text;
  }

  private Optional<String> said(Setting setting) {
    return draft.says(setting) ? Optional.of(draft.text(setting)) : Optional.empty();
  }

  private int whole(Setting setting, int least, int most) {
    String text = draft.text(setting);
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the range.
    }
    problem(
        setting,
        "%s is \"%s\".".formatted(setting.label(), text),
        "Give a whole number of at least %d%s."
            .formatted(least, most == Integer.MAX_VALUE ? "" : " and at most " + most));
    return least;
  }

  private Optional<Integer> optionalWhole(Setting setting, int least) {
    return draft.says(setting)
        ? Optional.of(whole(setting, least, Integer.MAX_VALUE))
        : Optional.empty();
  }

  private long wholeLong(Setting setting) {
    try {
      return Long.parseLong(draft.text(setting));
    } catch (NumberFormatException e) {
      problem(
          setting,
          "%s is \"%s\".".formatted(setting.label(), draft.text(setting)),
          "Give a whole number.");
      return 0;
    }
  }

  private double number(Setting setting, DoublePredicate allowed, String what) {
    String text = draft.text(setting);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value) && allowed.test(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the range.
    }
    problem(setting, "%s is \"%s\".".formatted(setting.label(), text), "Give " + what + ".");
    return 1;
  }

  private boolean flag(Setting setting) {
    return switch (draft.text(setting)) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> {
        problem(
            setting,
            "%s is \"%s\".".formatted(setting.label(), draft.text(setting)),
            "Say on or off.");
        yield true;
      }
    };
  }

  private <E extends Enum<E>> E choice(Setting setting, E[] values, E fallback) {
    String text = draft.text(setting);
    List<String> names = new ArrayList<>();
    for (E value : values) {
      String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text)) {
        return value;
      }
      names.add(name);
    }
    problem(
        setting,
        "%s is \"%s\".".formatted(setting.label(), text),
        "Choose one of " + String.join(", ", names) + ".");
    return fallback;
  }

  private void problem(Setting setting, String message, String remedy) {
    problems.add(Problem.at(setting.option(), Problem.Kind.WRONG_USAGE, message, remedy));
  }
}
