package org.deltaworks.ui.playground;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deltaworks.domain.generation.Sampling;

/** How the next word is chosen, as typed. */
public final class SamplingForm {
  private static final int MOST_TOKENS = 100_000;

  private final BooleanProperty likeliest = new SimpleBooleanProperty(this, "likeliest", true);
  private final StringProperty temperature = new SimpleStringProperty(this, "temperature", "0.8");
  private final StringProperty topP = new SimpleStringProperty(this, "topP", "0.95");
  private final StringProperty topK = new SimpleStringProperty(this, "topK", "0");
  private final StringProperty penalty = new SimpleStringProperty(this, "penalty", "1");
  private final StringProperty seed = new SimpleStringProperty(this, "seed", "0");
  private final StringProperty tokens = new SimpleStringProperty(this, "tokens", "120");

  /** Whether always the likeliest word is taken. */
  public BooleanProperty likeliestProperty() {
    return likeliest;
  }

  /** How daring; 0 is not at all. */
  public StringProperty temperatureProperty() {
    return temperature;
  }

  /** The share of likely words kept. */
  public StringProperty topPProperty() {
    return topP;
  }

  /** The number of likely words kept; 0 for all. */
  public StringProperty topKProperty() {
    return topK;
  }

  /** How much repeated words are held back; 1 for not. */
  public StringProperty penaltyProperty() {
    return penalty;
  }

  /** The same seed gives the same answer. */
  public StringProperty seedProperty() {
    return seed;
  }

  /** Most tokens of an answer. */
  public StringProperty tokensProperty() {
    return tokens;
  }

  /** What was typed, if it can be used. */
  public Optional<Sampling> sampling() {
    try {
      double typedTemperature = likeliest.get() ? 0 : number(temperature);
      return Optional.of(
          new Sampling(
              typedTemperature,
              number(topP),
              Integer.parseInt(topK.get().strip()),
              number(penalty),
              Long.parseLong(seed.get().strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Most tokens of an answer, if it can be used. */
  public Optional<Integer> maxTokens() {
    try {
      int most = Integer.parseInt(tokens.get().strip());
      return most >= 1 && most <= MOST_TOKENS ? Optional.of(most) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static double number(StringProperty typed) {
    return Double.parseDouble(typed.get().strip());
  }
}
