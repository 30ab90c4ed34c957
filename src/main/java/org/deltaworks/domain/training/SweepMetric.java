package org.deltaworks.domain.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** By what the runs of a sweep are compared. Less is better. */
public enum SweepMetric {
  /** The lowest loss on held-out rows after a step: what the published state has. */
  HELD_OUT("held-out"),

  /** The loss of the last step on the rows that are learnt: says little about new ones. */
  LOSS("loss");

  private final String code;

  SweepMetric(String code) {
    this.code = code;
  }

  /** The name that scripts see. */
  public String code() {
    return code;
  }

  /** The one of this name. */
  public static Optional<SweepMetric> of(String code) {
    return Arrays.stream(values()).filter(metric -> metric.code.equals(code)).findFirst();
  }

  /** Its value for a run; empty while the run has none. */
  public OptionalDouble of(Run run, Run.History history) {
    return switch (this) {
      case HELD_OUT ->
          history.evaluations().stream()
              .filter(point -> point.step() > 0)
              .mapToDouble(Run.EvaluationPoint::loss)
              .filter(Double::isFinite)
              .min();
      case LOSS ->
          run.progress().loss().filter(Double::isFinite).stream()
              .mapToDouble(Double::doubleValue)
              .findFirst();
    };
  }
}
