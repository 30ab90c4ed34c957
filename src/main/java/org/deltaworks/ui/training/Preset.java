package org.deltaworks.ui.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * Three answers to "how?" for people who do not want more questions. All-linear targets follow
 * "LoRA Without Regret" (Thinking Machines, 2025); query and value alone follow the LoRA paper
 * (arXiv 2106.09685) where time matters more. Alpha stays twice the rank, so the strength does not
 * change.
 */
public enum Preset {
  QUICK("Quick", "A first look: a small adapter, one pass over the examples.", 4, "", "1", "5e-4"),
  BALANCED(
      "Balanced",
      "Right for most: every part of the model learns, two passes.",
      8,
      "all-linear",
      "2",
      "3e-4"),
  THOROUGH(
      "Thorough",
      "Takes its time: twice the room to learn, four passes.",
      16,
      "all-linear",
      "4",
      "2e-4");

  private final String label;
  private final String help;
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  Preset(String label, String help, int rank, String targets, String passes, String rate) {
    this.label = label;
    this.help = help;
    values.put(Setting.RANK, Integer.toString(rank));
    values.put(Setting.ALPHA, Integer.toString(2 * rank));
    values.put(Setting.TARGET_MODULES, targets);
    values.put(Setting.EPOCHS, passes);
    values.put(Setting.LEARNING_RATE, rate);
    values.put(Setting.STEPS, "");
  }

  /** A word for its button. */
  public String label() {
    return label;
  }

  /** A sentence that says when to take it. */
  public String help() {
    return help;
  }

  /** A copy of the draft with the preset's settings; everything else stays as it was. */
  public TrainingDraft on(TrainingDraft draft) {
    TrainingDraft result = draft;
    for (Map.Entry<Setting, String> entry : values.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** The preset that a draft holds, if it is one. */
  public static Optional<Preset> of(TrainingDraft draft) {
    return Arrays.stream(values()).filter(preset -> preset.on(draft).equals(draft)).findFirst();
  }
}
