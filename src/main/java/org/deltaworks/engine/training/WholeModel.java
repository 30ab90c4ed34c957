package org.deltaworks.engine.training;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.TrainedTensors;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.DecoderLayout;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.PartlyTrained;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * A model whose own weights are trained, all or some of them, in float32. The others are mapped
 * from the base's files, as under an adapter.
 *
 * @param decoder computes on the weights that change
 * @param parameters the weights that change, by canonical name
 * @param base all weights as they were
 */
public record WholeModel(
    Decoder decoder, FlatParameters parameters, Map<String, StoredTensor> base) {
  private static final int CHUNK = 1 << 18;

  /** All of a model's weights to be trained, in a copy. */
  public static WholeModel of(Workspace work, ModelFiles model) {
    return of(work, model, Method.FULL);
  }

  /**
   * The weights that a method changes to be trained, in a copy.
   *
   * @param method one that makes a model, no adapter
   */
  public static WholeModel of(Workspace work, ModelFiles model, Method method) {
    DecoderSpec spec = model.model().decoder();
    TreeMap<String, StoredTensor> chosen = new TreeMap<>(model.tensors());
    chosen.keySet().retainAll(new TrainedTensors(spec, model.tensors().keySet()).of(method));
    FlatParameters parameters = new FlatParameters(work, shapes(work, chosen, spec));
    chosen.forEach((name, tensor) -> copy(name, tensor, parameters));
    TensorSource frozen =
        new MappedWeights(work.kernels(), work.scope(), model.tensors(), NumberType.FLOAT32);
    return new WholeModel(
        new Decoder(
            work, spec, new PartlyTrained(parameters.valueViews(), frozen), NumberType.FLOAT32),
        parameters,
        model.tensors());
  }

  /** It, as a training changes it. */
  public Trained trained() {
    return new TrainedModel(decoder, parameters);
  }

  /** The weights as they are now, changed or not, each read when its turn comes. */
  public List<OutgoingTensor> tensors() {
    List<OutgoingTensor> tensors = new ArrayList<>();
    new TreeMap<>(base)
        .forEach(
            (name, stored) ->
                tensors.add(
                    parameters.shapes().containsKey(name)
                        ? changed(name, stored)
                        : same(name, stored)));
    return tensors;
  }

  private OutgoingTensor changed(String name, StoredTensor stored) {
    return tensor(name, stored, (from, many) -> parameters.some(name, from, many));
  }

  private static OutgoingTensor same(String name, StoredTensor stored) {
    return tensor(name, stored, (from, many) -> new TensorNumbers().read(stored, from, many));
  }

  private static OutgoingTensor tensor(String name, StoredTensor stored, Numbers numbers) {
    return new OutgoingTensor(
        name,
        StoredTensor.Type.F32,
        stored.shape(),
        sink -> {
          for (long from = 0; from < stored.elements(); from += CHUNK) {
            float[] some = numbers.of(from, chunk(stored, from));
            OutgoingTensor.of(name, List.of((long) some.length), some).content().writeTo(sink);
          }
        });
  }

  private static void copy(String name, StoredTensor stored, FlatParameters into) {
    TensorNumbers numbers = new TensorNumbers();
    for (long from = 0; from < stored.elements(); from += CHUNK) {
      into.set(name, from, numbers.read(stored, from, chunk(stored, from)));
    }
  }

  private static int chunk(StoredTensor stored, long from) {
    return (int) Math.min(CHUNK, stored.elements() - from);
  }

  /** Some numbers of a tensor: what is copied in parts does not stay as garbage in Java. */
  @FunctionalInterface
  private interface Numbers {
    float[] of(long from, int many);
  }

  /** By name, but what can be joined in one product stands together. */
  private static Map<String, long[]> shapes(
      Workspace work, TreeMap<String, StoredTensor> tensors, DecoderSpec spec) {
    DecoderLayout layout = new DecoderLayout(spec, work.scope().create(new Shape(0)));
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (int layer = 0; layer < spec.layers(); layer++) {
      for (List<String> together : layout.joinable(layer)) {
        for (String name : together) {
          StoredTensor tensor = tensors.get(name);
          if (tensor != null) {
            shapes.put(name, dimensions(tensor));
          }
        }
      }
    }
    tensors.forEach((name, tensor) -> shapes.putIfAbsent(name, dimensions(tensor)));
    return shapes;
  }

  private static long[] dimensions(StoredTensor tensor) {
    return tensor.shape().stream().mapToLong(Long::longValue).toArray();
  }
}
