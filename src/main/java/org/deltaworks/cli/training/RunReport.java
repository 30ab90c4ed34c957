package org.deltaworks.cli.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Failures;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.EvaluationPoint;
import org.deltaworks.domain.training.Run.Footprint;
import org.deltaworks.domain.training.Run.StepPoint;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;

/**
 * A run and its whole history as the facts that scripts read: the same for the command that trained
 * and for one that looks later.
 *
 * @param run how it stands
 * @param history everything that happened
 */
public record RunReport(Run run, Run.History history) {
  /** The first steps are left out of the speed: they warm up caches and compilers. */
  private static final int WARM_UP_STEPS = 2;

  /** The facts of a training. */
  public Map<String, ?> facts() {
    List<StepPoint> steps = history.steps();
    List<EvaluationPoint> evaluations = history.evaluations();
    Facts facts =
        new Facts()
            .with("run", run.name())
            .with("adapter", adapter(run))
            .with("state", run.state().code())
            .with("steps", run.progress().step())
            .with("planned_steps", run.plannedSteps())
            .with("published_step", publishedStep(run))
            .with("losses", steps.stream().map(StepPoint::loss).toList())
            .with("grad_norms", steps.stream().map(StepPoint::gradientNorm).toList())
            .with("learning_rates", steps.stream().map(StepPoint::learningRate).toList())
            .with("eval_losses", evaluations.stream().map(EvaluationPoint::loss).toList())
            .with("eval_steps", evaluations.stream().map(EvaluationPoint::step).toList())
            .with("tokens", steps.stream().mapToLong(StepPoint::tokens).sum())
            .with("label_tokens", steps.stream().mapToLong(StepPoint::labelTokens).sum())
            .with("real_tokens_per_second", medianSpeed(steps).orElse(0))
            .with("seconds_to_first_step", run.facts().secondsToFirstStep())
            .with("peak_rss_mb", run.facts().peakResidentMegabytes())
            .with("seconds", run.facts().taken().seconds())
            .with("peak_disk_mb", run.facts().taken().diskMegabytes())
            .with("promised_rss_mb", run.facts().promised().map(Footprint::megabytes))
            .with("promised_seconds", run.facts().promised().map(Footprint::seconds))
            .with("promised_disk_mb", run.facts().promised().map(Footprint::diskMegabytes))
            .with("corrected_rss_mb", run.facts().corrected().map(Footprint::megabytes))
            .with("corrected_seconds", run.facts().corrected().map(Footprint::seconds))
            .with("trainable", run.facts().trainable())
            .with("total_parameters", run.facts().totalParameters());
    wholeModel(run).ifPresent(model -> facts.with("trained_model", model));
    run.problem().ifPresent(problem -> facts.with("error", Failures.facts(problem)));
    return facts.map();
  }

  /** Steps after which the published state was reached: the best on held-out rows, or the last. */
  private static Optional<Integer> publishedStep(Run run) {
    return run.result().map(made -> run.resultStep().orElse(run.progress().step()));
  }

  /** Name of the adapter that a run published. */
  static Optional<String> adapter(Run run) {
    return isFull(run) ? Optional.empty() : run.result();
  }

  private static Optional<String> wholeModel(Run run) {
    return isFull(run) ? run.result() : Optional.empty();
  }

  /** A run that trains weights of the base itself publishes a model, no adapter. */
  private static boolean isFull(Run run) {
    return !Method.parse(run.draft().text(Setting.METHOD)).orElse(Method.LORA).makesAdapter();
  }

  /** 1 if it failed: a script must notice. */
  public int exit() {
    return run.state() == RunState.FAILED ? 1 : 0;
  }

  /**
   * Median real tokens per second of the steps; the first two are left out where there are more.
   */
  static OptionalDouble medianSpeed(List<StepPoint> steps) {
    List<StepPoint> warm =
        steps.size() > WARM_UP_STEPS ? steps.subList(WARM_UP_STEPS, steps.size()) : steps;
    double[] speeds =
        warm.stream()
            .filter(s -> s.seconds() > 0)
            .mapToDouble(s -> s.tokens() / s.seconds())
            .sorted()
            .toArray();
    if (speeds.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = speeds.length / 2;
    return OptionalDouble.of(
        speeds.length % 2 == 1 ? speeds[middle] : (speeds[middle - 1] + speeds[middle]) / 2);
  }
}
