package org.deltaworks.domain.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.domain.problem.Problem;

/**
 * Every combination of the values that a draft lists.
 *
 * @param varied settings with more than one value
 * @param points one draft for each combination; the last setting changes fastest
 */
public record SweepGrid(List<Setting> varied, List<TrainingDraft> points) {
  /** More runs than anybody waits for are a typing error. */
  public static final int MOST = 200;

  private static final Set<Setting> MAY_VARY =
      EnumSet.of(
          Setting.METHOD,
          Setting.RANK,
          Setting.ALPHA,
          Setting.DROPOUT,
          Setting.TARGET_MODULES,
          Setting.BATCH_SIZE,
          Setting.ACCUMULATE,
          Setting.MAX_LENGTH,
          Setting.STEPS,
          Setting.EPOCHS,
          Setting.LEARNING_RATE,
          Setting.SCHEDULE,
          Setting.WARMUP,
          Setting.WEIGHT_DECAY,
          Setting.MAX_GRAD_NORM,
          Setting.SEED);

  public SweepGrid {
    varied = List.copyOf(varied);
    points = List.copyOf(points);
  }

  /**
   * Reads the lists: values with commas between, sets of modules with semicolons, since a set has
   * commas itself.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if nothing varies, or too much
   */
  public static SweepGrid of(TrainingDraft lists) {
    List<Setting> varied = new ArrayList<>();
    List<TrainingDraft> points = List.of(lists);
    for (Setting setting : Setting.values()) {
      List<String> values =
          MAY_VARY.contains(setting) && lists.says(setting)
              ? values(setting, lists.text(setting))
              : List.of();
      if (values.size() > 1) {
        varied.add(setting);
      }
      if (!values.isEmpty()) {
        points = spread(points, setting, values);
        refuseMany(setting, points.size());
      }
    }
    if (varied.isEmpty()) {
      throw Problem.of(
              Problem.Kind.WRONG_USAGE,
              "Nothing varies: every setting has one value.",
              "Give a list, such as --rank 4,8,16 or --target-modules 'q_proj;all-linear'.")
          .asException();
    }
    return new SweepGrid(varied, points);
  }

  /** Each value once, as it was first written: 0.001 is 1e-3. */
  private static List<String> values(Setting setting, String text) {
    String between = setting == Setting.TARGET_MODULES ? ";" : ",";
    Map<Object, String> values = new LinkedHashMap<>();
    for (String part : text.split(between, -1)) {
      String value = part.strip();
      if (!value.isEmpty()) {
        values.putIfAbsent(meaning(value), value);
      }
    }
    return List.copyOf(values.values());
  }

  private static Object meaning(String value) {
    try {
      return new BigDecimal(value).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static List<TrainingDraft> spread(
      List<TrainingDraft> points, Setting setting, List<String> values) {
    return points.stream()
        .flatMap(point -> values.stream().map(value -> point.with(setting, value)))
        .toList();
  }

  private static void refuseMany(Setting setting, int runs) {
    if (runs > MOST) {
      throw Problem.at(
              setting.option(),
              Problem.Kind.WRONG_USAGE,
              "These lists make more than %d runs.".formatted(MOST),
              "Leave out some values.")
          .asException();
    }
  }
}
