package org.deltaworks.service.demos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison.Baseline;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.evaluation.EvaluationService;
import org.deltaworks.service.models.ModelService;

/** Measures on the demo's held-out rows, and on the base's own held-out text. */
public final class HeldOutMeasure implements ArmMeasure {
  private static final int WHOLE_ROWS = 0;

  private final DemoService demos;
  private final EvaluationService evaluation;
  private final AdapterService adapters;
  private final ModelService models;
  private final Path ownText;

  /**
   * Over these services.
   *
   * @param ownText the base's own held-out text, a data file
   */
  public HeldOutMeasure(
      DemoService demos,
      EvaluationService evaluation,
      AdapterService adapters,
      ModelService models,
      Path ownText) {
    this.demos = demos;
    this.evaluation = evaluation;
    this.adapters = adapters;
    this.models = models;
    this.ownText = ownText;
  }

  @Override
  public Baseline base(Demo demo) throws InterruptedException {
    return new Baseline(
        demos.measure(demo, Optional.empty()).mean(),
        ownLoss(demo.settings().text(Setting.MODEL), Optional.empty()));
  }

  @Override
  public Figures of(Demo demo, Arm arm, Run run) throws InterruptedException {
    String made = run.result().orElseThrow(() -> new IllegalStateException("no result"));
    Optional<String> adapter = arm.makesAdapter() ? Optional.of(made) : Optional.empty();
    String model = arm.makesAdapter() ? demo.settings().text(Setting.MODEL) : made;
    long bytes = arm.makesAdapter() ? adapters.find(made).bytes() : models.open(made).bytes();
    return new Figures(
        run.facts().trainable(),
        run.facts().totalParameters(),
        run.facts().peakResidentMegabytes(),
        seconds(run),
        bytes,
        demos.measure(demo, model, adapter).mean(),
        ownLoss(model, adapter));
  }

  private double ownLoss(String model, Optional<String> adapter) throws InterruptedException {
    return evaluation
        .evaluate(
            new EvaluationRequest(
                model,
                adapter.map(name -> new AdapterChoice(name, 1)).stream().toList(),
                ownText.toString(),
                TrainingPlan.LossOn.ALL,
                WHOLE_ROWS))
        .meanLoss();
  }

  private static double seconds(Run run) {
    return run.started().isEmpty() || run.ended().isEmpty()
        ? 0
        : Duration.between(run.started().get(), run.ended().get()).toMillis() / 1e3;
  }
}
