package org.deltaworks.format.hub;

import java.util.Optional;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/**
 * Rotary positions of both generations of {@code config.json}: {@code rope_theta} beside {@code
 * rope_scaling} (transformers 4), or {@code rope_parameters} that holds both (transformers 5).
 */
final class RotaryConfig {
  private static final double USUAL_THETA = 10_000;

  private final JsonFields config;

  RotaryConfig(JsonFields config) {
    this.config = config;
  }

  DecoderSpec.Positions.Rotary read() {
    Optional<JsonFields> parameters =
        config.object("rope_parameters").or(() -> config.object("rope_scaling"));
    if (rotatedShare(config) != 1 || parameters.map(RotaryConfig::rotatedShare).orElse(1.0) != 1) {
      throw DecoderConfig.unsupported(
          "This model rotates only part of each head (partial_rotary_factor)");
    }
    double theta =
        parameters
            .flatMap(p -> p.number("rope_theta"))
            .or(() -> config.number("rope_theta"))
            .orElse(USUAL_THETA);
    if (!(theta > 0)) {
      throw config.wrong("rope_theta", "a positive number");
    }
    return new DecoderSpec.Positions.Rotary(
        theta, parameters.map(this::scaling).orElseGet(DecoderSpec.RopeScaling.None::new));
  }

  private static double rotatedShare(JsonFields fields) {
    return fields.number("partial_rotary_factor").orElse(1.0);
  }

  private DecoderSpec.RopeScaling scaling(JsonFields parameters) {
    String type = parameters.text("rope_type").or(() -> parameters.text("type")).orElse("default");
    return switch (type) {
      case "default" -> plain(parameters);
      case "linear" -> new DecoderSpec.RopeScaling.Linear(factor(parameters));
      case "llama3" -> llama3(parameters);
      default ->
          throw DecoderConfig.unsupported(
              "This model stretches its positions by \"%s\"".formatted(type));
    };
  }

  private static DecoderSpec.RopeScaling plain(JsonFields parameters) {
    if (parameters.node().properties().stream().anyMatch(field -> field.getValue().isObject())) {
      throw DecoderConfig.unsupported(
          "This model has different positions in different layers (rope_parameters)");
    }
    return new DecoderSpec.RopeScaling.None();
  }

  private DecoderSpec.RopeScaling llama3(JsonFields parameters) {
    double low = positive(parameters, "low_freq_factor");
    double high = positive(parameters, "high_freq_factor");
    if (high <= low) {
      throw parameters.wrong("high_freq_factor", "larger than low_freq_factor");
    }
    int original =
        parameters
            .whole("original_max_position_embeddings")
            .or(() -> config.whole("original_max_position_embeddings"))
            .or(() -> config.whole("max_position_embeddings"))
            .orElse(0);
    if (original < 1) {
      throw parameters.wrong("original_max_position_embeddings", "a positive number");
    }
    return new DecoderSpec.RopeScaling.Llama3(factor(parameters), low, high, original);
  }

  private static double factor(JsonFields parameters) {
    double factor = positive(parameters, "factor");
    if (factor < 1) {
      throw parameters.wrong("factor", "at least 1");
    }
    return factor;
  }

  private static double positive(JsonFields parameters, String key) {
    double value = parameters.number(key).orElse(0.0);
    if (!(value > 0)) {
      throw parameters.wrong(key, "a positive number");
    }
    return value;
  }
}
