package org.deltaworks.domain.adapters;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.deltaworks.domain.models.LinearModule;

/**
 * Which linear layers LoRA adapts, chosen with PEFT's rules (peft/tuners/tuners_utils.py): a list
 * entry matches a module whose path equals it or ends with {@code "." + entry}; a regular
 * expression must match the full path; {@code all-linear} is every linear layer but the output
 * head; the default depends on the architecture.
 */
public sealed interface TargetModules {
  /**
   * PEFT's choice for the architecture: {@code c_attn} for gpt2, {@code q_proj, v_proj} for the
   * others.
   */
  record Default() implements TargetModules {}

  /** Every linear layer but the output head. */
  record AllLinear() implements TargetModules {}

  /** Names or path endings. */
  record Names(List<String> names) implements TargetModules {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** A regular expression over the full path. */
  record Expression(Pattern pattern) implements TargetModules {
    @Override
    public boolean equals(Object other) {
      return other instanceof Expression that && that.pattern.pattern().equals(pattern.pattern());
    }

    @Override
    public int hashCode() {
      return pattern.pattern().hashCode();
    }
  }

  /** The characters that make a value a regular expression rather than a comma list. */
  String EXPRESSION_CHARACTERS = "*+?^$|()[]{}\\";

  /**
   * Reads the command line's form.
   *
   * @throws PatternSyntaxException if it is meant as an expression and is none
   */
  static TargetModules parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new Default();
    }
    if (trimmed.equals("all-linear")) {
      return new AllLinear();
    }
    if (trimmed.chars().anyMatch(c -> EXPRESSION_CHARACTERS.indexOf(c) >= 0)) {
      return expression(trimmed);
    }
    return new Names(
        Pattern.compile(",")
            .splitAsStream(trimmed)
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList());
  }

  /**
   * A regular expression over the full path.
   *
   * @throws PatternSyntaxException if it is none
   */
  static TargetModules expression(String text) {
    return new Expression(ModuleExpression.compile(text));
  }

  /** The command line's form; {@link #parse} reads it back. */
  default String text() {
    return switch (this) {
      case Default ignored -> "";
      case AllLinear ignored -> "all-linear";
      case Names list -> String.join(",", list.names());
      case Expression expression -> expression.pattern().pattern();
    };
  }

  /** Whether the module at this path is chosen, in a model of this type. */
  default boolean matches(String path, String modelType) {
    return switch (this) {
      case Default ignored -> defaultsOf(modelType).stream().anyMatch(name -> endsWith(path, name));
      case AllLinear ignored -> true;
      case Names list -> list.names().stream().anyMatch(name -> endsWith(path, name));
      case Expression expression -> ModuleExpression.matcher(expression.pattern(), path).matches();
    };
  }

  /** The chosen modules, in the model's order. */
  default List<LinearModule> among(List<LinearModule> modules, String modelType) {
    return modules.stream().filter(m -> matches(m.path(), modelType)).toList();
  }

  /** Entries of a list that no module answers to; empty for the other forms. */
  default Set<String> unknown(List<LinearModule> modules) {
    return this instanceof Names(List<String> names)
        ? names.stream()
            .filter(name -> modules.stream().noneMatch(m -> endsWith(m.path(), name)))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static List<String> defaultsOf(String modelType) {
    return modelType.equals("gpt2") ? List.of("c_attn") : List.of("q_proj", "v_proj");
  }

  private static boolean endsWith(String path, String entry) {
    return path.equals(entry) || path.endsWith("." + entry);
  }

  /**
   * Whether a rank or alpha pattern's key names this path: PEFT's {@code
   * re.match(rf"(.*\.)?({key})$", name)}.
   */
  static boolean patternMatches(String key, String path) {
    Pattern pattern = ModuleExpression.compile("(.*\\.)?(" + key + ")$");
    return ModuleExpression.matcher(pattern, path).lookingAt();
  }
}
