package org.deltaworks.domain.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;

/** Which tensors of a base a method changes. */
public final class TrainedTensors {
  private static final String BIAS = ".bias";
  private static final String WEIGHT = ".weight";

  private final DecoderSpec spec;
  private final Set<String> all;

  /**
   * Chooses among a base's tensors.
   *
   * @param all their canonical names
   */
  public TrainedTensors(DecoderSpec spec, Set<String> all) {
    this.spec = spec;
    this.all = new TreeSet<>(all);
  }

  /**
   * Names of those that a method changes, at least one.
   *
   * @param lastBlocks how many blocks LAST_LAYERS changes; more than there are means all
   * @throws IllegalArgumentException for a method that trains an adapter
   */
  public Set<String> of(Method method, int lastBlocks) {
    return switch (method) {
      case FULL -> all;
      case LAST_LAYERS -> lastLayers(lastBlocks);
      case BITFIT -> biases();
      case LORA, RSLORA -> throw new IllegalArgumentException("an adapter is no part of the base");
    };
  }

  /** A tied output is the embedding, which every block below was trained for: it stays. */
  private Set<String> lastLayers(int blocks) {
    DecoderNames names = spec.names();
    Set<String> chosen = new HashSet<>();
    for (int layer = Math.max(0, spec.layers() - blocks); layer < spec.layers(); layer++) {
      String block = names.block(layer) + ".";
      all.stream().filter(name -> name.startsWith(block)).forEach(chosen::add);
    }
    chosen.add(names.finalNorm() + WEIGHT);
    chosen.add(names.finalNorm() + BIAS);
    if (!spec.tiedHead()) {
      chosen.add(names.head() + WEIGHT);
    }
    return present(chosen);
  }

  private Set<String> biases() {
    Set<String> biases = new HashSet<>(all);
    biases.removeIf(name -> !name.endsWith(BIAS));
    return biases.isEmpty() ? gains() : present(biases);
  }

  private Set<String> gains() {
    DecoderNames names = spec.names();
    Set<String> chosen = new HashSet<>(List.of(names.finalNorm() + WEIGHT));
    for (int layer = 0; layer < spec.layers(); layer++) {
      String block = names.block(layer) + ".";
      Stream.of(
              Stream.of(names.attentionNorm(), names.feedForwardNorm()),
              names.queryNorm().stream(),
              names.keyNorm().stream())
          .flatMap(some -> some)
          .forEach(norm -> chosen.add(block + norm + WEIGHT));
    }
    return present(chosen);
  }

  private Set<String> present(Set<String> chosen) {
    Set<String> present = new TreeSet<>(chosen);
    present.retainAll(all);
    return present;
  }
}
