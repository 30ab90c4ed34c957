package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;

/**
 * Says a set of modules as briefly as PEFT's rules allow: nothing (the default), {@code
 * all-linear}, a list of names, or, where layers differ, a regular expression over whole paths.
 */
final class TargetText {
  private final BaseModel model;
  private final List<ModuleKind> kinds;
  private final Set<String> chosen;

  TargetText(BaseModel model, List<ModuleKind> kinds, Set<String> chosen) {
    this.model = model;
    this.kinds = kinds;
    this.chosen = chosen;
  }

  String shortest() {
    if (chosen.isEmpty()) {
      return ModuleChoice.NOTHING;
    }
    if (names(new TargetModules.Default()).equals(chosen)) {
      return "";
    }
    if (names(new TargetModules.AllLinear()).equals(chosen)) {
      return new TargetModules.AllLinear().text();
    }
    Map<Integer, Set<String>> kindsByLayer = kindsByLayer();
    Set<Set<String>> distinct = new LinkedHashSet<>(kindsByLayer.values());
    if (distinct.size() == 1 && kindsByLayer.size() == layers().size()) {
      return distinct.iterator().next().stream()
          .map(this::shortName)
          .collect(Collectors.joining(","));
    }
    return expression(kindsByLayer);
  }

  private Set<String> names(TargetModules targets) {
    return targets.among(model.modules(), model.decoder().modelType()).stream()
        .map(LinearModule::path)
        .collect(Collectors.toSet());
  }

  /** The ticked kinds of each layer that has any, in the model's order. */
  private Map<Integer, Set<String>> kindsByLayer() {
    Map<Integer, Set<String>> byLayer = new TreeMap<>();
    for (LinearModule module : model.modules()) {
      if (chosen.contains(module.path())) {
        byLayer
            .computeIfAbsent(module.layer(), layer -> new LinkedHashSet<>())
            .add(ModuleKind.pathInBlock(module, blocks()));
      }
    }
    return byLayer;
  }

  private Set<Integer> layers() {
    return model.modules().stream().map(LinearModule::layer).collect(Collectors.toSet());
  }

  /** The shortest ending of a kind's path that no other kind shares: GPT-2 has two c_proj. */
  private String shortName(String kindPath) {
    String[] parts = kindPath.split("\\.", -1);
    String ending = "";
    for (int i = parts.length - 1; i >= 0; i--) {
      ending = ending.isEmpty() ? parts[i] : parts[i] + "." + ending;
      String candidate = ending;
      long sharing =
          kinds.stream()
              .filter(k -> k.path().equals(candidate) || k.path().endsWith("." + candidate))
              .count();
      if (sharing == 1) {
        break;
      }
    }
    return ending;
  }

  private String expression(Map<Integer, Set<String>> kindsByLayer) {
    Map<Set<String>, List<String>> layersByKinds = new LinkedHashMap<>();
    kindsByLayer.forEach(
        (layer, kindPaths) ->
            layersByKinds
                .computeIfAbsent(kindPaths, k -> new ArrayList<>())
                .add(Integer.toString(layer)));
    List<String> groups = new ArrayList<>();
    layersByKinds.forEach(
        (kindPaths, numbers) ->
            groups.add(
                either(numbers)
                    + "\\."
                    + either(kindPaths.stream().map(TargetText::escaped).toList())));
    return escaped(blocks()) + "\\." + either(groups);
  }

  private static String either(List<String> alternatives) {
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : "(" + String.join("|", alternatives) + ")";
  }

  private static String escaped(String path) {
    return path.replace(".", "\\.");
  }

  private String blocks() {
    return model.decoder().names().blocks();
  }
}
