package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.DecoderLayout;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * A model all of whose weights are trained, in float32.
 *
 * @param decoder computes on the weights that change
 * @param parameters the weights, by canonical name
 */
public record WholeModel(Decoder decoder, FlatParameters parameters) {

  /** A copy of a model's weights to be trained. */
  public static WholeModel of(Workspace work, ModelFiles model) {
    Map<String, StoredTensor> tensors = model.tensors();
    FlatParameters parameters =
        new FlatParameters(work, shapes(work, new TreeMap<>(tensors), model.model().decoder()));
    TensorNumbers numbers = new TensorNumbers();
    tensors.forEach((name, tensor) -> parameters.set(name, numbers.read(tensor)));
    return new WholeModel(
        new Decoder(work, model.model().decoder(), parameters.valueViews(), NumberType.FLOAT32),
        parameters);
  }

  /** It, as a training changes it. */
  public Trained trained() {
    return new TrainedModel(decoder, parameters);
  }

  /** The weights as they are now, each read when its turn comes. */
  public List<OutgoingTensor> tensors() {
    List<OutgoingTensor> tensors = new ArrayList<>();
    parameters
        .shapes()
        .forEach((name, shape) -> tensors.add(tensor(name, Arrays.stream(shape).boxed().toList())));
    return tensors;
  }

  private OutgoingTensor tensor(String name, List<Long> shape) {
    NDArray values = parameters.valueViews().get(name);
    return new OutgoingTensor(
        name,
        StoredTensor.Type.F32,
        shape,
        sink -> OutgoingTensor.of(name, shape, values.toFloatArray()).content().writeTo(sink));
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
