package org.deltaworks.format.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.safetensors.SafetensorsHeader;

/** Holds the weights against the configuration: each expected tensor there, none too many. */
final class WeightsFit {
  private static final String REMEDY =
      "Download config.json and the weights again, from the same model.";

  private final DecoderSpec spec;
  private final ExpectedTensors expected;

  WeightsFit(DecoderSpec spec, ExpectedTensors expected) {
    this.spec = spec;
    this.expected = expected;
  }

  /** The tensors of the model by canonical name; what lies outside of its blocks is left out. */
  Map<String, StoredTensor> check(Map<String, ModelFolder.Found> found) {
    refuseSurplus(found);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    expected.shapes().forEach((name, shape) -> tensors.put(name, fitting(name, shape, found)));
    return tensors;
  }

  private StoredTensor fitting(
      String name, List<Long> shape, Map<String, ModelFolder.Found> found) {
    ModelFolder.Found one = found.get(name);
    if (one == null) {
      throw unfit("config.json asks for \"%s\", but the weights do not have it".formatted(name));
    }
    SafetensorsHeader.Entry entry = one.entry();
    if (!entry.shape().equals(shape)) {
      throw unfit(
          "config.json asks for \"%s\" of shape %s, but the weights have %s"
              .formatted(name, shape, entry.shape()));
    }
    return one.header()
        .stored(entry, name)
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.BAD_MODEL,
                        "\"%s\" is stored as %s: quantised weights cannot be trained from."
                            .formatted(name, entry.type()),
                        "Get the original model in float16, bfloat16 or float32.")
                    .asException());
  }

  private void refuseSurplus(Map<String, ModelFolder.Found> found) {
    String blocks = spec.names().blocks() + ".";
    for (String name : found.keySet()) {
      if (name.startsWith(blocks) && !expected.shapes().containsKey(name)) {
        throw unfit("the weights have \"%s\", which config.json does not know".formatted(name));
      }
    }
  }

  private static ProblemException unfit(String what) {
    return Problem.of(
            Problem.Kind.BAD_MODEL,
            "The configuration does not fit the weights: " + what + ".",
            REMEDY)
        .asException();
  }
}
