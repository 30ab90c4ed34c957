package org.deltaworks.domain.adapters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.LinearModule;

/**
 * What LoRA trains (arXiv 2106.09685): W = W0 + scaling · B · A with A (rank, in) random and B
 * (out, rank) zero at the start.
 *
 * @param rank r of the modules that no pattern names
 * @param alpha numerator of the scaling
 * @param dropout chance that an input of A is dropped while training, 0 up to but not 1
 * @param targets which modules
 * @param rankPattern ranks of their own for modules whose path a key matches, first hit wins
 * @param alphaPattern likewise alphas
 * @param layers only these blocks, if given (PEFT's layers_to_transform)
 * @param rankStabilised scaling alpha/sqrt(rank) instead of alpha/rank (arXiv 2312.03732)
 */
public record LoraSpec(
    int rank,
    double alpha,
    double dropout,
    TargetModules targets,
    Map<String, Integer> rankPattern,
    Map<String, Double> alphaPattern,
    Optional<Set<Integer>> layers,
    boolean rankStabilised) {

  public LoraSpec {
    if (rank < 1) {
      throw new IllegalArgumentException("rank must be at least 1, not " + rank);
    }
    if (!(alpha > 0) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException("alpha must be a positive number, not " + alpha);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be at least 0 and below 1, not " + dropout);
    }
    rankPattern = Collections.unmodifiableMap(new LinkedHashMap<>(rankPattern));
    alphaPattern = Collections.unmodifiableMap(new LinkedHashMap<>(alphaPattern));
    layers = layers.map(Set::copyOf);
  }

  /** Plain LoRA without patterns. */
  public static LoraSpec of(int rank, double alpha, double dropout, TargetModules targets) {
    return new LoraSpec(rank, alpha, dropout, targets, Map.of(), Map.of(), Optional.empty(), false);
  }

  /** Whether a module gets a pair of matrices. */
  public boolean adapts(LinearModule module, String modelType) {
    return targets.matches(module.path(), modelType)
        && layers.map(chosen -> chosen.contains(module.layer())).orElse(true);
  }

  /** Rank of this module. */
  public int rankOf(LinearModule module) {
    return rankPattern.entrySet().stream()
        .filter(e -> TargetModules.patternMatches(e.getKey(), module.path()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(rank);
  }

  /** Factor before B · A for this module. */
  public double scalingOf(LinearModule module) {
    double own =
        alphaPattern.entrySet().stream()
            .filter(e -> TargetModules.patternMatches(e.getKey(), module.path()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(alpha);
    int r = rankOf(module);
    return rankStabilised ? own / Math.sqrt(r) : own / r;
  }

  /** How many numbers are trained over these modules. */
  public long trainable(List<LinearModule> modules, String modelType) {
    return modules.stream()
        .filter(m -> adapts(m, modelType))
        .mapToLong(m -> m.loraParameters(rankOf(m)))
        .sum();
  }
}
