package org.deltaworks.ui.training;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;

/**
 * Which modules of one base are ticked, as a set that can be said in a {@link TargetModules} text
 * and read back from one. Immutable.
 */
public final class ModuleChoice {
  /** A target text that names nothing, so that a plan says "no module was chosen". */
  static final String NOTHING = ",";

  private final BaseModel model;
  private final List<ModuleKind> kinds;
  private final Set<String> chosen;

  private ModuleChoice(BaseModel model, List<ModuleKind> kinds, Set<String> chosen) {
    this.model = model;
    this.kinds = kinds;
    this.chosen = Set.copyOf(chosen);
  }

  /** The modules of this base that the targets name. */
  public static ModuleChoice of(BaseModel model, TargetModules targets) {
    Set<String> paths =
        targets.among(model.modules(), model.decoder().modelType()).stream()
            .map(LinearModule::path)
            .collect(Collectors.toSet());
    List<ModuleKind> kinds = ModuleKind.of(model.modules(), model.decoder().names());
    return new ModuleChoice(model, kinds, paths);
  }

  /** The kinds of module that this base has, in the model's order. */
  public List<ModuleKind> kinds() {
    return kinds;
  }

  /** Every module of the base, in its order. */
  public List<LinearModule> modules() {
    return model.modules();
  }

  /** The ticked modules, in the base's order. */
  public List<LinearModule> chosen() {
    return model.modules().stream().filter(this::contains).toList();
  }

  /** Whether this module is ticked. */
  public boolean contains(LinearModule module) {
    return chosen.contains(module.path());
  }

  /** Whether nothing is ticked. */
  public boolean isEmpty() {
    return chosen.isEmpty();
  }

  /** The kind that a module is one of. */
  public ModuleKind kindOf(LinearModule module) {
    String path = ModuleKind.pathInBlock(module, blocks());
    return kinds.stream().filter(k -> k.path().equals(path)).findFirst().orElseThrow();
  }

  /** How much of a kind is ticked, over all layers. */
  public Ticked ticked(ModuleKind kind) {
    return ticked(module -> kindOf(module).equals(kind));
  }

  /** How much of a part is ticked, over all layers. */
  public Ticked ticked(ModuleKind.Part part) {
    return ticked(module -> kindOf(module).part() == part);
  }

  /** How much of everything is ticked. */
  public Ticked ticked() {
    return ticked(module -> true);
  }

  /** How much of the modules that fit is ticked. */
  public Ticked ticked(Predicate<LinearModule> which) {
    List<LinearModule> group = model.modules().stream().filter(which).toList();
    long on = group.stream().filter(this::contains).count();
    return on == 0 ? Ticked.NONE : on == group.size() ? Ticked.ALL : Ticked.SOME;
  }

  /** A copy in which all modules that fit are ticked, or none of them. */
  public ModuleChoice with(Predicate<LinearModule> which, boolean on) {
    Set<String> next = new LinkedHashSet<>(chosen);
    List<String> paths = model.modules().stream().filter(which).map(LinearModule::path).toList();
    if (on) {
      next.addAll(paths);
    } else {
      paths.forEach(next::remove);
    }
    return new ModuleChoice(model, kinds, next);
  }

  /** A copy with a kind ticked in all layers, or in none. */
  public ModuleChoice with(ModuleKind kind, boolean on) {
    return with(module -> kindOf(module).equals(kind), on);
  }

  /** A copy with a part ticked in all layers, or in none. */
  public ModuleChoice with(ModuleKind.Part part, boolean on) {
    return with(module -> kindOf(module).part() == part, on);
  }

  /** A copy in which exactly these paths are ticked. */
  public ModuleChoice only(Collection<String> paths) {
    return new ModuleChoice(model, kinds, Set.copyOf(paths));
  }

  /** The shortest text that names exactly the ticked modules of this base. */
  public String text() {
    return new TargetText(model, kinds, chosen).shortest();
  }

  private String blocks() {
    return model.decoder().names().blocks();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModuleChoice that
        && that.chosen.equals(chosen)
        && that.model.equals(model);
  }

  @Override
  public int hashCode() {
    return chosen.hashCode();
  }

  /** How much of a group is ticked, for a check box with three states. */
  public enum Ticked {
    NONE,
    SOME,
    ALL
  }
}
