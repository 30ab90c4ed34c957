package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * The form's one truth is a {@link TrainingDraft}; fields, slider, tree and figures all follow it,
 * and every edit goes through {@link #edit}. Knows no service. FX thread only.
 */
public final class TrainingForm {
  private final ReadOnlyObjectWrapper<TrainingDraft> draft =
      new ReadOnlyObjectWrapper<>(
          this, "draft", Preset.BALANCED.on(TrainingDraft.empty(), Preset.WIDTH));
  private final ReadOnlyObjectWrapper<Optional<BaseModel>> model =
      new ReadOnlyObjectWrapper<>(this, "model", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ModuleChoice>> modules =
      new ReadOnlyObjectWrapper<>(this, "modules", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<AdapterFigures>> figures =
      new ReadOnlyObjectWrapper<>(this, "figures", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Preset>> preset =
      new ReadOnlyObjectWrapper<>(this, "preset", Optional.of(Preset.BALANCED));
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(this, "problems", List.of());
  private final Map<Setting, SettingField> fields = new EnumMap<>(Setting.class);
  private List<Problem> fromOutside = List.of();

  /** A form with the balanced preset and nothing chosen. */
  public TrainingForm() {
    for (Setting setting : Setting.values()) {
      SettingField field = new SettingField(setting);
      fields.put(setting, field);
      field.textProperty().addListener((property, old, now) -> typed(setting, now));
    }
    refresh();
  }

  /** Everything said so far. */
  public ReadOnlyObjectProperty<TrainingDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The base that was chosen, once its shapes are known. */
  public ReadOnlyObjectProperty<Optional<BaseModel>> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** The ticked modules; absent without a model or while the expression cannot be read. */
  public ReadOnlyObjectProperty<Optional<ModuleChoice>> modulesProperty() {
    return modules.getReadOnlyProperty();
  }

  /** What will be trained; absent while the draft does not say it. */
  public ReadOnlyObjectProperty<Optional<AdapterFigures>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** The preset that the settings are, if they are one. */
  public ReadOnlyObjectProperty<Optional<Preset>> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** Every problem of the draft; empty means that it can be trained. */
  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** The field of a setting. */
  public SettingField field(Setting setting) {
    return Objects.requireNonNull(fields.get(setting));
  }

  /** Puts another draft in place of this one, from a recipe or another screen. */
  public void replace(TrainingDraft next) {
    fromOutside = List.of();
    set(next);
  }

  /** Says one setting; an empty text takes it back to its default. */
  public void edit(Setting setting, String text) {
    edit(setting, text.isBlank() ? List.of() : List.of(text.strip()));
  }

  /** Says a setting that may have several values. */
  public void edit(Setting setting, List<String> texts) {
    fromOutside = fromOutside.stream().filter(p -> !isAt(p, setting)).toList();
    TrainingDraft next = draft.get().with(setting, texts);
    if (setting == Setting.STEPS && !texts.isEmpty()) {
      next = next.with(Setting.EPOCHS, "");
    } else if (setting == Setting.EPOCHS && !texts.isEmpty()) {
      next = next.with(Setting.STEPS, "");
    }
    set(next);
  }

  /** Takes a preset's settings. */
  public void choose(Preset chosen) {
    set(chosen.on(draft.get(), width()));
  }

  /** Says the rank; alpha keeps its proportion to it, so that the adapter stays as loud. */
  public void chooseRank(int rank) {
    double old = number(Setting.RANK);
    double alpha = number(Setting.ALPHA);
    TrainingDraft next = draft.get().with(Setting.RANK, Integer.toString(rank));
    if (old >= 1 && alpha > 0) {
      next = next.with(Setting.ALPHA, plain(alpha / old * rank));
    }
    set(next);
  }

  /** The rank in force, 0 while it is no whole number. */
  public int rank() {
    return (int) Math.max(0, number(Setting.RANK));
  }

  /** Width of the base, which decides a preset's learning rate. */
  int width() {
    return model.get().map(base -> base.decoder().hidden()).orElse(Preset.WIDTH);
  }

  /** Ticks modules. */
  public void chooseModules(ModuleChoice choice) {
    edit(Setting.TARGET_MODULES, choice.text());
  }

  /**
   * Tells the form what its base looks like. A preset stays one: its learning rate follows the
   * base. Modules that the new base does not have are forgotten for its own default.
   */
  public void showModel(Optional<BaseModel> shown) {
    Optional<Preset> was = preset.get();
    model.set(shown);
    was.ifPresent(chosen -> draft.set(chosen.on(draft.get(), width())));
    boolean unknown =
        shown.flatMap(base -> targets().map(t -> ModuleChoice.of(base, t).isEmpty())).orElse(false);
    if (unknown && !draft.get().text(Setting.TARGET_MODULES).equals(ModuleChoice.NOTHING)) {
      edit(Setting.TARGET_MODULES, "");
    } else {
      refresh();
    }
  }

  /**
   * Shows problems that only the work itself could find, beside their fields where they have one.
   */
  public void showProblems(List<Problem> found) {
    fromOutside = List.copyOf(found);
    refresh();
  }

  /** The plan, if there is nothing left to put right. */
  public Optional<TrainingPlan> plan() {
    return problems.get().isEmpty() && draft.get().toPlan() instanceof Checked.Valid<TrainingPlan> v
        ? Optional.of(v.value())
        : Optional.empty();
  }

  private void typed(Setting setting, String text) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    List<String> values = setting.repeatable() || lines.isEmpty() ? lines : List.of(text.strip());
    if (!draft.get().texts(setting).equals(values)) {
      edit(setting, values);
    }
  }

  private void set(TrainingDraft next) {
    draft.set(next);
    refresh();
  }

  private void refresh() {
    TrainingDraft now = draft.get();
    fields.forEach((setting, field) -> field.show(now.texts(setting)));
    preset.set(Preset.of(now, width()));
    modules.set(model.get().flatMap(base -> targets().map(t -> ModuleChoice.of(base, t))));
    figures.set(model.get().flatMap(this::figuresOf));
    List<Problem> all = new ArrayList<>();
    if (now.toPlan() instanceof Checked.Invalid<TrainingPlan>(List<Problem> found)) {
      all.addAll(found);
    }
    all.addAll(modulesMissing());
    all.addAll(fromOutside);
    fields.forEach(
        (setting, field) ->
            field.showProblem(all.stream().filter(p -> isAt(p, setting)).findFirst()));
    problems.set(List.copyOf(all));
  }

  /** What a plan cannot know without the base: whether its modules exist there. */
  private List<Problem> modulesMissing() {
    if (model.get().isEmpty() || !method().makesAdapter()) {
      return List.of();
    }
    BaseModel base = model.get().get();
    Set<String> unknown = targets().map(t -> t.unknown(base.modules())).orElse(Set.of());
    if (!unknown.isEmpty()) {
      return List.of(
          Problem.at(
              Setting.TARGET_MODULES.option(),
              Problem.Kind.WRONG_USAGE,
              "%s has no module %s.".formatted(base.name(), String.join(", ", unknown)),
              "Tick the modules in the list instead."));
    }
    boolean nothing =
        modules.get().map(ModuleChoice::isEmpty).orElse(false)
            && !draft.get().text(Setting.TARGET_MODULES).equals(ModuleChoice.NOTHING);
    return nothing
        ? List.of(
            Problem.at(
                Setting.TARGET_MODULES.option(),
                Problem.Kind.WRONG_USAGE,
                "No module of %s fits.".formatted(base.name()),
                "Tick at least one module."))
        : List.of();
  }

  private Optional<AdapterFigures> figuresOf(BaseModel base) {
    if (method() == Method.FULL) {
      return Optional.of(AdapterFigures.full(base));
    }
    if (!method().makesAdapter()) {
      return Optional.empty();
    }
    double alpha = number(Setting.ALPHA);
    if (rank() < 1 || alpha <= 0) {
      return Optional.empty();
    }
    return targets()
        .map(
            t -> {
              LoraSpec spec = LoraSpec.of(rank(), alpha, 0, t);
              return method() == Method.RSLORA ? stabilised(spec) : spec;
            })
        .map(spec -> AdapterFigures.of(base, spec));
  }

  private static LoraSpec stabilised(LoraSpec spec) {
    return new LoraSpec(
        spec.rank(),
        spec.alpha(),
        spec.dropout(),
        spec.targets(),
        spec.rankPattern(),
        spec.alphaPattern(),
        spec.layers(),
        true);
  }

  private Method method() {
    return Method.parse(draft.get().text(Setting.METHOD)).orElse(Method.LORA);
  }

  private Optional<TargetModules> targets() {
    try {
      return Optional.of(TargetModules.parse(draft.get().text(Setting.TARGET_MODULES)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** A number being typed; 0 while it is none, or no finite one. */
  private double number(Setting setting) {
    try {
      double value = Double.parseDouble(draft.get().text(setting));
      return Double.isFinite(value) ? value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isAt(Problem problem, Setting setting) {
    return problem.field().map(setting.option()::equals).orElse(false);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
