package org.deltaworks.domain.demos;

import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * One of the ways to train that are compared (arXiv 2106.09685, section 5.1 names the same
 * baselines). All learn the same rows in the same number of steps with the same seed.
 *
 * @param name short and unique, part of its run's name
 * @param label what a table calls it
 * @param method how the base is changed, as the command line says it
 * @param rank of the adapter; 0 where there is none
 */
public record Arm(String name, String label, String method, int rank) {
  /**
   * What changes every weight wants a tenth of the learning rate that an adapter wants: "LoRA
   * Without Regret" (Thinking Machines, 2025).
   */
  private static final double SMALLER = 0.1;

  /** All arms that this program can train, largest first. */
  public static List<Arm> all() {
    return Stream.of(
            new Arm("full", "Full fine-tuning", "full", 0),
            new Arm("last-layers", "Last layers only", "last-layers", 0),
            new Arm("bitfit", "Biases only (BitFit)", "bitfit", 0),
            new Arm("lora-16", "LoRA, rank 16", "lora", 16),
            new Arm("lora-4", "LoRA, rank 4", "lora", 4),
            new Arm("lora-1", "LoRA, rank 1", "lora", 1))
        .filter(arm -> Method.parse(arm.method()).isPresent())
        .toList();
  }

  /** The demo's settings with this way to train. */
  public TrainingDraft on(Demo demo) {
    TrainingDraft draft = demo.settings().with(Setting.METHOD, method);
    if (rank > 0) {
      return draft
          .with(Setting.RANK, Integer.toString(rank))
          .with(Setting.ALPHA, Integer.toString(2 * rank));
    }
    boolean whole = method.equals("full") || method.equals("last-layers");
    double rate = Double.parseDouble(draft.text(Setting.LEARNING_RATE));
    return whole ? draft.with(Setting.LEARNING_RATE, Double.toString(rate * SMALLER)) : draft;
  }

  /** Whether an adapter comes out, not a model. */
  public boolean makesAdapter() {
    return rank > 0;
  }
}
