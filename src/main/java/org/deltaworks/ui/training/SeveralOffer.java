package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * Which values are offered to be tried: those around what the form says, since a person who has
 * never seen a learning rate cannot name three of them. The form's own value is always among them.
 */
final class SeveralOffer {
  private static final List<Double> FACTORS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  private SeveralOffer() {}

  /** Half and double are ticked, and the rank itself. */
  static List<SeveralValue> ranks(int rank) {
    return FACTORS.stream()
        .mapToInt(factor -> (int) Math.round(rank * factor))
        .filter(offered -> offered >= 1)
        .distinct()
        .mapToObj(
            offered -> value(Integer.toString(offered), offered * 2 >= rank && offered <= rank * 2))
        .toList();
  }

  /** Half and double are ticked, and the rate itself. */
  static List<SeveralValue> rates(String rate) {
    double middle = Double.parseDouble(rate);
    return FACTORS.stream()
        .map(
            factor ->
                value(factor == 1 ? rate : figures(middle * factor), factor >= 0.5 && factor <= 2))
        .toList();
  }

  /** The form's modules are ticked; the sets that people compare are offered besides. */
  static List<SeveralValue> modules(ModuleChoice form) {
    List<SeveralValue> offered = new ArrayList<>();
    List<ModuleChoice> known = new ArrayList<>();
    offer(offered, known, form, form.with(module -> true, true), "All");
    offer(
        offered, known, form, kinds(form, k -> k.part() == ModuleKind.Part.ATTENTION), "Attention");
    offer(
        offered,
        known,
        form,
        kinds(form, k -> k.part() == ModuleKind.Part.FEED_FORWARD),
        "Feed-forward");
    offer(
        offered,
        known,
        form,
        kinds(form, k -> k.letter().equals("q") || k.letter().equals("v")),
        "Query and value");
    if (!known.contains(form)) {
      offer(offered, known, form, form, "As in the form");
    }
    return offered;
  }

  private static void offer(
      List<SeveralValue> offered,
      List<ModuleChoice> known,
      ModuleChoice form,
      ModuleChoice choice,
      String label) {
    if (!choice.isEmpty() && !known.contains(choice)) {
      known.add(choice);
      String letters =
          choice.kinds().stream()
              .filter(kind -> choice.ticked(kind) != ModuleChoice.Ticked.NONE)
              .map(ModuleKind::letter)
              .collect(Collectors.joining(", "));
      offered.add(new SeveralValue(explicit(choice), label, letters, choice.equals(form)));
    }
  }

  private static ModuleChoice kinds(ModuleChoice form, Predicate<ModuleKind> which) {
    return form.with(module -> true, false).with(module -> which.test(form.kindOf(module)), true);
  }

  /** In a list nothing cannot stand for the usual modules. */
  private static String explicit(ModuleChoice choice) {
    return choice.text().isEmpty()
        ? choice.kinds().stream()
            .filter(kind -> choice.ticked(kind) == ModuleChoice.Ticked.ALL)
            .map(ModuleKind::name)
            .collect(Collectors.joining(","))
        : choice.text();
  }

  /** What is wrong with a value, in the words that the form has for it. */
  static Optional<String> problem(TrainingDraft form, Setting setting, String value) {
    return form.with(setting, value).toPlan() instanceof Checked.Invalid<TrainingPlan> invalid
        ? invalid.problems().stream()
            .filter(p -> p.field().equals(Optional.of(setting.option())))
            .map(Problem::line)
            .findFirst()
        : Optional.empty();
  }

  /** Likewise of a set of modules, which has to be there in the base. */
  static Optional<String> problem(TrainingDraft form, BaseModel base, String modules) {
    try {
      TargetModules targets = TargetModules.parse(modules);
      List<String> unknown = List.copyOf(targets.unknown(base.modules()));
      if (!unknown.isEmpty()) {
        return Optional.of(
            "%s has no module %s. It has %s."
                .formatted(
                    base.name(),
                    String.join(", ", unknown),
                    base.modules().stream()
                        .map(module -> module.name())
                        .distinct()
                        .collect(Collectors.joining(", "))));
      }
      return ModuleChoice.of(base, targets).isEmpty()
          ? Optional.of("No module of %s fits \"%s\".".formatted(base.name(), modules))
          : problem(form, Setting.TARGET_MODULES, modules);
    } catch (PatternSyntaxException e) {
      return problem(form, Setting.TARGET_MODULES, modules);
    }
  }

  private static SeveralValue value(String text, boolean ticked) {
    return new SeveralValue(text, text, "", ticked);
  }

  /** Two figures, as people write rates: {@code 5e-4}, {@code 2.5e-3}. */
  private static String figures(double rate) {
    String[] parts = String.format(Locale.ROOT, "%.1e", rate).split("e", -1);
    return parts[0].replaceAll("\\.0$", "") + "e" + Integer.parseInt(parts[1]);
  }
}
