package org.deltaworks.domain.evaluation;

import java.util.List;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * What to evaluate.
 *
 * @param model catalog name or folder
 * @param adapters adapters on top of it
 * @param data catalog name or file
 * @param lossOn which tokens count
 * @param maxLength where rows are cut, 0 for the smaller of 512 and the model's context
 */
public record EvaluationRequest(
    String model,
    List<AdapterChoice> adapters,
    String data,
    TrainingPlan.LossOn lossOn,
    int maxLength) {
  public EvaluationRequest {
    adapters = List.copyOf(adapters);
  }
}
