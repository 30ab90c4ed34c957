package org.deltaworks.cli.training;

import java.util.List;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Every setting of a training as an option of a command: made from the settings themselves, so that
 * the command line, the form and a recipe can never differ.
 */
public final class SettingOptions {
  private SettingOptions() {}

  /** Gives a command one option for each setting. */
  public static void addTo(CommandSpec command) {
    for (Setting setting : Setting.values()) {
      command.addOption(setting.flag() ? flag(setting) : option(setting));
    }
  }

  /**
   * What was said on the line, as a draft.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if an option was given an empty text: to
   *     take its default instead would train something that nobody chose
   */
  public static TrainingDraft draft(ParseResult line) {
    TrainingDraft draft = TrainingDraft.empty();
    for (Setting setting : Setting.values()) {
      OptionSpec said = line.matchedOption("--" + setting.option());
      if (said == null) {
        continue;
      }
      refuseEmpty(setting, said);
      draft =
          setting.flag()
              ? draft.with(setting, String.valueOf(said.<Boolean>getValue()))
              : draft.with(setting, List.copyOf(said.stringValues()));
    }
    return draft;
  }

  private static void refuseEmpty(Setting setting, OptionSpec said) {
    if (said.stringValues().stream().anyMatch(String::isBlank)) {
      throw Problem.at(
              setting.option(),
              Problem.Kind.WRONG_USAGE,
              setting == Setting.TARGET_MODULES
                  ? "No module was chosen."
                  : "%s is empty.".formatted(setting.label()),
              setting == Setting.TARGET_MODULES
                  ? "Choose at least one module to adapt, or leave --target-modules out."
                  : "Give a value, or leave --%s out.".formatted(setting.option()))
          .asException();
    }
  }

  private static OptionSpec option(Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + setting.option())
            .paramLabel(placeholder(setting))
            .arity("1")
            .description(described(setting));
    if (setting.repeatable()) {
      option.type(List.class).auxiliaryTypes(String.class);
    } else {
      option.type(String.class);
    }
    return option.build();
  }

  private static OptionSpec flag(Setting setting) {
    return OptionSpec.builder("--" + setting.option())
        .negatable(true)
        .arity("0")
        .type(Boolean.class)
        .description(described(setting))
        .build();
  }

  private static String described(Setting setting) {
    String fallback = setting.defaultText();
    String text = setting.help() + (fallback.isEmpty() ? "" : " Default: " + fallback + ".");
    return text.replace("%", "%%");
  }

  private static String placeholder(Setting setting) {
    return switch (setting) {
      case DATA, EVAL_DATA -> "FILE";
      case OUT, INIT_ADAPTER -> "DIR";
      case SAMPLE_PROMPT -> "TEXT";
      case MODEL, NAME -> "NAME";
      case METHOD -> "lora|rslora|full";
      case TARGET_MODULES -> "LIST|all-linear|REGEX";
      case SCHEDULE -> "constant|linear|cosine";
      case DTYPE -> "float32|bfloat16";
      case QUANTIZE -> "none|nf4";
      case LOSS_ON -> "completion|all";
      case PACKING -> "on|off";
      case RECOMPUTE -> "auto|on|off";
      case LEARNING_RATE,
          DROPOUT,
          ALPHA,
          EPOCHS,
          WEIGHT_DECAY,
          BETA1,
          BETA2,
          EPSILON,
          MAX_GRAD_NORM,
          EVAL_FRACTION ->
          "X";
      default -> "N";
    };
  }
}
