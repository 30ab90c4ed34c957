package org.deltaworks.domain.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is trained. */
public enum Method {
  /** LoRA, scaling alpha / rank. */
  LORA,
  /** LoRA with scaling alpha / sqrt(rank) (arXiv 2312.03732). */
  RSLORA,
  /** Every weight of the base: no adapter but a model comes out. */
  FULL,
  /** The last blocks, the final norm and an output of its own: transfer learning before LoRA. */
  LAST_LAYERS,
  /** Bias terms only (BitFit, arXiv 2106.10199); norm gains where a model has no biases. */
  BITFIT;

  /** Whether an adapter comes out, and no model with changed weights. */
  public boolean makesAdapter() {
    return this == LORA || this == RSLORA;
  }

  /** The command line's word. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the command line's word. */
  public static Optional<Method> parse(String text) {
    return Arrays.stream(values()).filter(m -> m.code().equals(text)).findFirst();
  }
}
