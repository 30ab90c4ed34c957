package org.deltaworks.format.peft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFields;

/** Reads {@code adapter_config.json} and refuses, in words, what is no plain LoRA. */
final class SettingsReader {
  /** Features that change what the adapter computes; true or present means refused. */
  private static final Map<String, String> REFUSED = new LinkedHashMap<>();

  static {
    REFUSED.put("use_dora", "DoRA");
    REFUSED.put("use_qalora", "QA-LoRA");
    REFUSED.put("use_bdlora", "block-diagonal LoRA");
    REFUSED.put("lora_bias", "a bias on B");
    REFUSED.put("modules_to_save", "whole modules beside LoRA (modules_to_save)");
    REFUSED.put("layer_replication", "repeated layers (layer_replication)");
    REFUSED.put("trainable_token_indices", "single trained tokens (trainable_token_indices)");
    REFUSED.put("target_parameters", "parameters outside of modules (target_parameters)");
    REFUSED.put("alora_invocation_tokens", "activation by a token (aLoRA)");
    REFUSED.put("arrow_config", "a mixture of adapters (Arrow)");
    REFUSED.put("kasa_config", "KaSA");
    REFUSED.put("velora_config", "VeLoRA");
    REFUSED.put("monteclora_config", "MonteCLoRA");
  }

  /** Initialisations that change the base: such an adapter is only right on the changed base. */
  private static final Set<String> CHANGES_BASE =
      Set.of("pissa", "olora", "corda", "loftq", "lora_ga");

  private final JsonFields config;

  SettingsReader(JsonFields config) {
    this.config = config;
  }

  PeftSettings read() {
    refuseOthers();
    int rank = config.whole("r").orElse(8);
    double alpha = config.number("lora_alpha").orElse(8.0);
    double dropout = config.number("lora_dropout").orElse(0.0);
    if (rank < 1) {
      throw config.wrong("r", "at least 1");
    }
    if (!(alpha > 0)) {
      throw config.wrong("lora_alpha", "a positive number");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw config.wrong("lora_dropout", "at least 0 and below 1");
    }
    LoraSpec lora =
        new LoraSpec(
            rank,
            alpha,
            dropout,
            targets(),
            ranks(),
            alphas(),
            layers(),
            config.flag("use_rslora").orElse(false));
    return new PeftSettings(
        lora,
        config.text("base_model_name_or_path").filter(text -> !text.isBlank()),
        config.text("revision"));
  }

  /** Whether the targets can only be known by looking at which modules have matrices. */
  boolean targetsNeedTheFile() {
    return says("exclude_modules") || says("layers_pattern");
  }

  private void refuseOthers() {
    String type = config.text("peft_type").orElseThrow(() -> config.wrong("peft_type", "\"LORA\""));
    if (!type.equals("LORA")) {
      throw refused("This adapter is of the type %s, not LoRA".formatted(type));
    }
    REFUSED.forEach(
        (key, feature) -> {
          if (says(key)) {
            throw refused("This adapter uses " + feature);
          }
        });
    String bias = config.text("bias").orElse("none");
    if (!bias.equals("none")) {
      throw refused("This adapter changes biases too (bias \"%s\")".formatted(bias));
    }
    JsonNode init = config.node().path("init_lora_weights");
    String start = init.isTextual() ? init.textValue() : "";
    if (CHANGES_BASE.stream()
        .anyMatch(name -> start.equals(name) || start.startsWith(name + "_"))) {
      throw refused(
          "This adapter was started by \"%s\", which changes the base model itself"
              .formatted(start));
    }
  }

  private boolean says(String key) {
    JsonNode value = config.node().path(key);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return !(value.isContainerNode() && value.isEmpty());
  }

  private TargetModules targets() {
    JsonNode value = config.node().path("target_modules");
    if (value.isMissingNode() || value.isNull()) {
      return new TargetModules.Default();
    }
    if (value.isArray()) {
      List<String> names = config.texts("target_modules");
      if (names.isEmpty()) {
        throw config.wrong("target_modules", "at least one module");
      }
      // PEFT saves a set in any order; sorted, the same adapter reads the same.
      return new TargetModules.Names(names.stream().sorted().toList());
    }
    String text = config.text("target_modules").orElseThrow();
    if (text.equals("all-linear")) {
      return new TargetModules.AllLinear();
    }
    try {
      return TargetModules.expression(text);
    } catch (PatternSyntaxException e) {
      throw config.wrong("target_modules", "a list of modules or a regular expression");
    }
  }

  private Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    config
        .object("rank_pattern")
        .ifPresent(
            pattern ->
                pattern
                    .node()
                    .fieldNames()
                    .forEachRemaining(
                        key -> ranks.put(checked(key), pattern.required(key, 1, 1 << 20))));
    return ranks;
  }

  private Map<String, Double> alphas() {
    Map<String, Double> alphas = new LinkedHashMap<>();
    config
        .object("alpha_pattern")
        .ifPresent(
            pattern ->
                pattern
                    .node()
                    .fieldNames()
                    .forEachRemaining(
                        key ->
                            alphas.put(
                                checked(key),
                                pattern
                                    .number(key)
                                    .filter(v -> v > 0)
                                    .orElseThrow(() -> pattern.wrong(key, "a positive number")))));
    return alphas;
  }

  private String checked(String key) {
    try {
      TargetModules.expression(key);
      return key;
    } catch (PatternSyntaxException e) {
      throw Problem.of(
              config.kind(),
              "\"%s\" in a pattern of %s is no regular expression.".formatted(key, config.source()),
              "Correct it, or download the adapter again.")
          .asException(e);
    }
  }

  private Optional<Set<Integer>> layers() {
    List<Integer> layers = config.wholes("layers_to_transform");
    return layers.isEmpty() ? Optional.empty() : Optional.of(new LinkedHashSet<>(layers));
  }

  static ProblemException refused(String what) {
    return Problem.of(
            Problem.Kind.BAD_ADAPTER,
            what + ", which Deltaworks cannot use yet.",
            "Choose a plain LoRA adapter.")
        .asException();
  }
}
