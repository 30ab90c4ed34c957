package org.deltaworks.service.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.evaluation.ModelWork;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.AtomicFiles;

/**
 * Measuring models and adapters, and merging them. Methods wait for the result: run them as a task.
 */
public final class EvaluationService {
  private final ModelWork work;
  private final ModelLocator models;
  private final AdapterLocator adapters;
  private final DatasetLocator data;

  /** Over a catalog and the process that computes. */
  public EvaluationService(
      ModelWork work, ModelLocator models, AdapterLocator adapters, DatasetLocator data) {
    this.work = work;
    this.models = models;
    this.adapters = adapters;
    this.data = data;
  }

  /**
   * Mean loss over a data file.
   *
   * @throws ProblemException if model, adapter or data cannot be used
   */
  public Evaluation evaluate(EvaluationRequest request) throws InterruptedException {
    return work.evaluate(
        new EvaluationRequest(
            folder(request.model()),
            located(request.adapters()),
            data.find(request.data()).toString(),
            request.lossOn(),
            request.maxLength()));
  }

  /** Log-probabilities of a text; see {@link #evaluate}. */
  public Scores score(ScoreRequest request) throws InterruptedException {
    return work.score(
        new ScoreRequest(
            folder(request.model()), located(request.adapters()), request.text(), request.ids()));
  }

  /** Writes base and adapter as one model; refuses an output that is taken. */
  public Merge merge(MergeRequest request) throws InterruptedException {
    Path out = Path.of(request.out()).toAbsolutePath().normalize();
    AtomicFiles.refuseOccupied(out);
    return work.merge(
        new MergeRequest(
            folder(request.model()), located(request.adapters()), out.toString(), request.type()));
  }

  /** What computes on this machine; starts it if need be. */
  public EngineFacts engine() throws InterruptedException {
    return work.engine();
  }

  private String folder(String model) {
    return models.find(model).folder().toString();
  }

  private List<AdapterChoice> located(List<AdapterChoice> choices) {
    return choices.stream()
        .map(c -> new AdapterChoice(adapters.find(c.adapter()).toString(), c.strength()))
        .toList();
  }
}
