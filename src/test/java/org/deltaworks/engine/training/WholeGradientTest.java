package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient over every weight of a model: a step along it must change the loss by the gradient's
 * own length, for each tensor alone. So no tensor's gradient is forgotten or doubled.
 */
class WholeGradientTest {

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void aStepAlongTheGradientChangesTheLossByItsLength(String name) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      Map<String, long[]> shapes = new LinkedHashMap<>();
      files
          .tensors()
          .forEach(
              (tensor, stored) ->
                  shapes.put(tensor, stored.shape().stream().mapToLong(Long::longValue).toArray()));
      FlatParameters parameters = new FlatParameters(work, shapes);
      files
          .tensors()
          .forEach((tensor, stored) -> parameters.set(tensor, new TensorNumbers().read(stored)));
      Decoder decoder =
          new Decoder(work, files.model().decoder(), parameters.valueViews(), NumberType.FLOAT32);
      TrainedModel trained = new TrainedModel(decoder, parameters);
      MicroBatch batch = MicroBatch.packed(reference.rows());
      double loss =
          new GradientPass(decoder, trained, false).run(batch, 1.0 / batch.labels(), 0)
              / batch.labels();
      assertThat(loss).isCloseTo(reference.expected().get("loss").doubleValue(), within(1e-5));
      for (String tensor : shapes.keySet()) {
        float[] gradient = parameters.gradientViews().get(tensor).toFloatArray();
        double length = length(gradient);
        double step = 2e-3 / Math.max(1, length);
        double above = moved(decoder, trained, parameters, tensor, gradient, step, reference);
        double below = moved(decoder, trained, parameters, tensor, gradient, -step, reference);
        double slope = (above - below) / (2 * step);
        assertThat(slope)
            .as(tensor)
            .isCloseTo(length * length, within(2e-3 + 0.02 * length * length));
      }
    }
  }

  /** Loss with one tensor moved by so many gradients; it is moved back afterwards. */
  private static double moved(
      Decoder decoder,
      TrainedModel trained,
      FlatParameters parameters,
      String tensor,
      float[] gradient,
      double step,
      Reference reference) {
    float[] before = parameters.valueViews().get(tensor).toFloatArray();
    float[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += (float) (step * gradient[i]);
    }
    parameters.set(tensor, after);
    double loss =
        new Evaluation(decoder)
            .of(List.copyOf(reference.rows()), 2, trained.whileEvaluating())
            .meanNll();
    parameters.set(tensor, before);
    return loss;
  }

  private static double length(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }
}
