package org.deltaworks.domain.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Three answers to "how?" for people who do not want more questions. All-linear targets follow
 * "LoRA Without Regret" (Thinking Machines, 2025). Alpha stays twice the rank, so the strength does
 * not change. The learning rate is told for a base of width {@value #WIDTH} and grows as the base
 * gets narrower, {@code rate * (2000 / width)^0.78}: the law that the same work found over fourteen
 * bases. Without it, a small base would hardly learn in a few passes.
 */
public enum Preset {
  QUICK("Quick", "A first look: many small steps, two passes over the examples.", 8, 4, "2", 1e-3),
  BALANCED(
      "Balanced", "Right for most: every part of the model learns, three passes.", 8, 8, "3", 3e-4),
  THOROUGH("Thorough", "Takes its time: twice the room to learn, six passes.", 16, 8, "6", 2e-4);

  /** The width of base that the rates are told for. */
  public static final int WIDTH = 2000;

  private static final double POWER = 0.78;

  private final String label;
  private final String help;
  private final double rate;
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  Preset(String label, String help, int rank, int rows, String passes, double rate) {
    this.label = label;
    this.help = help;
    this.rate = rate;
    values.put(Setting.RANK, Integer.toString(rank));
    values.put(Setting.ALPHA, Integer.toString(2 * rank));
    values.put(Setting.TARGET_MODULES, "all-linear");
    values.put(Setting.BATCH_SIZE, Integer.toString(rows));
    values.put(Setting.EPOCHS, passes);
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

  /**
   * A copy of the draft with the preset's settings; everything else stays as it was.
   *
   * @param width of the base; {@link #WIDTH} while none is chosen
   */
  public TrainingDraft on(TrainingDraft draft, int width) {
    TrainingDraft result = draft.with(Setting.LEARNING_RATE, rate(width));
    for (Map.Entry<Setting, String> entry : values.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** The preset that a draft for a base of this width holds, if it is one. */
  public static Optional<Preset> of(TrainingDraft draft, int width) {
    return Arrays.stream(values())
        .filter(preset -> preset.on(draft, width).equals(draft))
        .findFirst();
  }

  /** Two figures, as people write rates: {@code 5e-4}, {@code 2.5e-3}. */
  private String rate(int width) {
    double scaled = rate * Math.pow(WIDTH / (double) width, POWER);
    String[] parts = String.format(Locale.ROOT, "%.1e", scaled).split("e", -1);
    return parts[0].replaceAll("\\.0$", "") + "e" + Integer.parseInt(parts[1]);
  }
}
