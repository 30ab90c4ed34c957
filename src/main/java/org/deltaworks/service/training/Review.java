package org.deltaworks.service.training;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;

/**
 * What a draft means, before anything is started.
 *
 * @param problems what keeps it from being trained, each bound to its setting; empty if nothing
 * @param model its base, if that is known
 * @param trainable numbers that will be trained
 * @param total numbers of the base
 * @param adapterBytes size of the result: an adapter's file to the byte, a whole model's numbers in
 *     float32
 * @param lora the adapter that will be trained, that of the adapter to start from included
 */
public record Review(
    List<Problem> problems,
    Optional<BaseModel> model,
    long trainable,
    long total,
    long adapterBytes,
    Optional<LoraSpec> lora) {
  public Review {
    problems = List.copyOf(problems);
  }

  /** Trained numbers as a share of the base's. */
  public double share() {
    return total == 0 ? 0 : (double) trainable / total;
  }
}
