package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.LinearModule;

/**
 * A linear layer that every block of a model has once, such as the query projection.
 *
 * @param path its path inside a block, such as {@code self_attn.q_proj}
 * @param letter what people who know call it: {@code q}, {@code gate} …
 * @param part where in the block it works
 * @param help a sentence that a layperson understands
 */
public record ModuleKind(String path, String letter, Part part, String help) {
  /** The two halves of a block, and what fits in neither. */
  public enum Part {
    ATTENTION("Attention", "Decides which earlier words matter for the next one."),
    FEED_FORWARD("Feed-forward", "Holds much of what the model knows."),
    OTHER("Other", "Modules of this model's own kind.");

    private final String label;
    private final String help;

    Part(String label, String help) {
      this.label = label;
      this.help = help;
    }

    /** A word for a check box. */
    public String label() {
      return label;
    }

    /** A sentence that a layperson understands. */
    public String help() {
      return help;
    }
  }

  /** Last part of the path, such as {@code q_proj}. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path of a module inside its block. */
  static String pathInBlock(LinearModule module, String blocks) {
    String block = blocks + "." + module.layer() + ".";
    return module.path().startsWith(block)
        ? module.path().substring(block.length())
        : module.path();
  }

  /** Every kind among these modules, in the model's order. */
  public static List<ModuleKind> of(List<LinearModule> modules, DecoderNames names) {
    Map<String, ModuleKind> kinds = new LinkedHashMap<>();
    for (ModuleKind known : known(names)) {
      kinds.put(known.path(), known);
    }
    List<ModuleKind> present = new ArrayList<>();
    modules.stream()
        .map(module -> pathInBlock(module, names.blocks()))
        .distinct()
        .forEach(path -> present.add(kinds.getOrDefault(path, other(path))));
    return List.copyOf(present);
  }

  private static List<ModuleKind> known(DecoderNames names) {
    List<ModuleKind> known = new ArrayList<>();
    List<String> inputs = names.queryKeyValue();
    if (names.fused()) {
      known.add(attention(inputs.getFirst(), "qkv", "Asks, labels and carries words, in one."));
    } else {
      known.add(attention(inputs.get(0), "q", "Query: what a word is looking for."));
      known.add(attention(inputs.get(1), "k", "Key: what a word can be found by."));
      known.add(attention(inputs.get(2), "v", "Value: what a word passes on when it is found."));
    }
    known.add(attention(names.attentionOutput(), "o", "Output: joins what attention has found."));
    names.gate().ifPresent(g -> known.add(feedForward(g, "gate", "Gate: what is let through.")));
    known.add(feedForward(names.up(), "up", "Up: spreads a word's meaning out to look closer."));
    known.add(feedForward(names.down(), "down", "Down: gathers it together again."));
    return known;
  }

  private static ModuleKind attention(String path, String letter, String help) {
    return new ModuleKind(path, letter, Part.ATTENTION, help);
  }

  private static ModuleKind feedForward(String path, String letter, String help) {
    return new ModuleKind(path, letter, Part.FEED_FORWARD, help);
  }

  private static ModuleKind other(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return new ModuleKind(path, name, Part.OTHER, "A module of this model's own kind.");
  }
}
