package org.deltaworks.engine.nn;

import org.deltaworks.domain.models.DecoderSpec.Positions.Rotary;
import org.deltaworks.domain.models.DecoderSpec.RopeScaling;

/**
 * Angles per position of rotary embeddings (arXiv 2104.09864), stretched as transformers does it,
 * in float32 as there.
 */
final class RotaryFrequencies {
  private RotaryFrequencies() {}

  /** One frequency for each pair of a head's numbers: (headWidth / 2). */
  static float[] of(Rotary rotary, int headWidth) {
    float[] frequencies = new float[headWidth / 2];
    for (int i = 0; i < frequencies.length; i++) {
      float exponent = 2f * i / headWidth;
      float plain = 1f / (float) Math.pow(rotary.theta(), exponent);
      frequencies[i] = scaled(plain, rotary.scaling());
    }
    return frequencies;
  }

  private static float scaled(float frequency, RopeScaling scaling) {
    return switch (scaling) {
      case RopeScaling.None ignored -> frequency;
      case RopeScaling.Linear linear -> (float) (frequency / linear.factor());
      case RopeScaling.Llama3 llama -> llama3(frequency, llama);
    };
  }

  /** Long waves are slowed by the factor, short ones kept, those between blended. */
  private static float llama3(float frequency, RopeScaling.Llama3 scaling) {
    double wavelength = 2 * Math.PI / frequency;
    double longest = scaling.originalContext() / scaling.lowFrequencyFactor();
    double shortest = scaling.originalContext() / scaling.highFrequencyFactor();
    if (wavelength > longest) {
      return (float) (frequency / scaling.factor());
    }
    if (wavelength < shortest) {
      return frequency;
    }
    double smooth =
        (scaling.originalContext() / wavelength - scaling.lowFrequencyFactor())
            / (scaling.highFrequencyFactor() - scaling.lowFrequencyFactor());
    return (float) ((1 - smooth) * frequency / scaling.factor() + smooth * frequency);
  }
}
