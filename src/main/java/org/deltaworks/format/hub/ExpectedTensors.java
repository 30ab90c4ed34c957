package org.deltaworks.format.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.LinearModule;

/** Every tensor that a decoder of this shape must have, and its linear layers. */
final class ExpectedTensors {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private final DecoderSpec spec;
  private final DecoderNames names;
  private final Set<String> biases;
  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
  private final List<LinearModule> modules = new ArrayList<>();

  ExpectedTensors(DecoderSpec spec, Set<String> biases) {
    this.spec = spec;
    this.names = spec.names();
    this.biases = biases;
    shapes.put(names.embedding() + WEIGHT, shape(spec.vocabulary(), spec.hidden()));
    names
        .positionEmbedding()
        .ifPresent(path -> shapes.put(path + WEIGHT, shape(spec.context(), spec.hidden())));
    for (int layer = 0; layer < spec.layers(); layer++) {
      block(layer);
    }
    norm(names.finalNorm(), spec.hidden());
    if (!spec.tiedHead()) {
      shapes.put(names.head() + WEIGHT, shape(spec.vocabulary(), spec.hidden()));
    }
  }

  /** Shape of each, by canonical name, in the model's order. */
  Map<String, List<Long>> shapes() {
    return shapes;
  }

  /** Every linear layer but the head, in the model's order. */
  List<LinearModule> modules() {
    return modules;
  }

  private void block(int layer) {
    int queries = spec.heads() * spec.headWidth();
    int keys = spec.keyValueHeads() * spec.headWidth();
    norm(names.in(layer, names.attentionNorm()), spec.hidden());
    if (names.fused()) {
      linear(layer, names.queryKeyValue().getFirst(), spec.hidden(), queries + 2 * keys);
    } else {
      linear(layer, names.queryKeyValue().get(0), spec.hidden(), queries);
      linear(layer, names.queryKeyValue().get(1), spec.hidden(), keys);
      linear(layer, names.queryKeyValue().get(2), spec.hidden(), keys);
    }
    // A head's norm is an RMS norm without bias in every family that has one.
    names.queryNorm().ifPresent(n -> weight(names.in(layer, n), spec.headWidth()));
    names.keyNorm().ifPresent(n -> weight(names.in(layer, n), spec.headWidth()));
    linear(layer, names.attentionOutput(), queries, spec.hidden());
    norm(names.in(layer, names.feedForwardNorm()), spec.hidden());
    names.gate().ifPresent(gate -> linear(layer, gate, spec.hidden(), spec.intermediate()));
    linear(layer, names.up(), spec.hidden(), spec.intermediate());
    linear(layer, names.down(), spec.intermediate(), spec.hidden());
  }

  private void linear(int layer, String module, int in, int out) {
    String path = names.in(layer, module);
    shapes.put(path + WEIGHT, names.inputFirst() ? shape(in, out) : shape(out, in));
    if (biases.contains(module)) {
      shapes.put(path + BIAS, shape(out));
    }
    modules.add(
        new LinearModule(path, layer, module.substring(module.lastIndexOf('.') + 1), in, out));
  }

  private void norm(String path, int width) {
    weight(path, width);
    if (spec.norm() == DecoderSpec.Norm.LAYER) {
      shapes.put(path + BIAS, shape(width));
    }
  }

  private void weight(String path, int width) {
    shapes.put(path + WEIGHT, shape(width));
  }

  private static List<Long> shape(long... dimensions) {
    List<Long> shape = new ArrayList<>();
    for (long dimension : dimensions) {
      shape.add(dimension);
    }
    return List.copyOf(shape);
  }
}
