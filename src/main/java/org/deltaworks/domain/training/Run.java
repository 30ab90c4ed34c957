package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;

/**
 * A run of the catalog.
 *
 * @param id key in the catalog
 * @param name unique name
 * @param state where it stands
 * @param draft every setting it was started with, as written on the command line
 * @param model name of its base
 * @param created when it was asked for
 * @param started when its process began
 * @param ended when it came to rest
 * @param plannedSteps optimizer steps planned, 0 until known
 * @param progress where it is
 * @param owner process that works on it, while it runs
 * @param result name of the adapter or model it published
 * @param resultStep the step whose state was published, where it is not the last one
 * @param problem why it failed
 * @param facts what is known once it trained
 */
public record Run(
    long id,
    String name,
    RunState state,
    TrainingDraft draft,
    String model,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    int plannedSteps,
    Progress progress,
    Optional<Owner> owner,
    Optional<String> result,
    Optional<Integer> resultStep,
    Optional<Problem> problem,
    Facts facts) {

  /** Optimizer steps planned, as soon as they are known: before it began, where they were said. */
  public Optional<Integer> stepsAhead() {
    if (plannedSteps > 0) {
      return Optional.of(plannedSteps);
    }
    return draft.toPlan() instanceof Checked.Valid<TrainingPlan> valid
            && valid.value().length() instanceof TrainingPlan.Length.Steps(int steps)
        ? Optional.of(steps)
        : Optional.empty();
  }

  /**
   * Where a run is.
   *
   * @param step last optimizer step done, 0 before the first
   * @param loss loss of that step
   * @param evaluationLoss last held-out loss
   */
  public record Progress(int step, Optional<Double> loss, Optional<Double> evaluationLoss) {}

  /**
   * The process that owns a running run; dead when no process of this id and start time lives.
   *
   * @param processId the operating system's id
   * @param startedMillis the process's start time
   */
  public record Owner(long processId, long startedMillis) {}

  /**
   * Figures of a run; 0 where not known yet.
   *
   * @param trainable numbers trained
   * @param totalParameters numbers of the base
   * @param secondsToFirstStep from the operating system's start of the command to the end of the
   *     first step
   * @param promised what it was said to take before it trained
   * @param corrected the same once its largest batch had been tried
   * @param taken what it has taken so far
   */
  public record Facts(
      long trainable,
      long totalParameters,
      double secondsToFirstStep,
      Optional<Footprint> promised,
      Optional<Footprint> corrected,
      Footprint taken) {
    /** Nothing known yet. */
    public static final Facts UNKNOWN =
        new Facts(0, 0, 0, Optional.empty(), Optional.empty(), Footprint.NONE);

    /** The best that is known of what it will take. */
    public Optional<Footprint> expected() {
      return corrected.or(() -> promised);
    }

    /** High-water mark of resident memory of the training process, MiB. */
    public double peakResidentMegabytes() {
      return taken.megabytes();
    }

    /** With these numbers trained of so many. */
    public Facts withNumbers(long trained, long total) {
      return new Facts(trained, total, secondsToFirstStep, promised, corrected, taken);
    }

    /** With the time until the first step was done. */
    public Facts withSecondsToFirstStep(double seconds) {
      return new Facts(trainable, totalParameters, seconds, promised, corrected, taken);
    }

    /** With this said before it trained. */
    public Facts withPromised(Footprint said) {
      return new Facts(
          trainable, totalParameters, secondsToFirstStep, Optional.of(said), corrected, taken);
    }

    /** With what a probe said, or nothing where its settings have changed since. */
    public Facts withCorrected(Optional<Footprint> said) {
      return new Facts(trainable, totalParameters, secondsToFirstStep, promised, said, taken);
    }

    /** With what it has taken. */
    public Facts withTaken(Footprint so) {
      return new Facts(trainable, totalParameters, secondsToFirstStep, promised, corrected, so);
    }
  }

  /**
   * What a run takes of the machine.
   *
   * @param megabytes resident memory of its process at the highest, MiB
   * @param seconds of work, pauses and the machine's sleep left out
   * @param diskMegabytes checkpoints and result on the disk at a time, at the most, MiB; 0 where it
   *     has written nothing, or an older version did not count
   */
  public record Footprint(double megabytes, double seconds, double diskMegabytes) {
    /** Of a run that has done nothing. */
    public static final Footprint NONE = new Footprint(0, 0, 0);

    private static final double MEBIBYTE = 1024.0 * 1024.0;

    /** With memory and disk in bytes. */
    public static Footprint ofBytes(double bytes, double seconds, double diskBytes) {
      return new Footprint(bytes / MEBIBYTE, seconds, diskBytes / MEBIBYTE);
    }

    /** Its memory in bytes. */
    public double bytes() {
      return megabytes * MEBIBYTE;
    }

    /** Its room on the disk in bytes. */
    public double diskBytes() {
      return diskMegabytes * MEBIBYTE;
    }
  }

  /**
   * The least that tells whether a run has changed.
   *
   * @param ended when it came to rest
   */
  public record Standing(long id, RunState state, Optional<Instant> ended) {}

  /** How it stands. */
  public Standing standing() {
    return new Standing(id, state, ended);
  }

  /** One point of the curve. */
  public record StepPoint(
      int step,
      double loss,
      double gradientNorm,
      double learningRate,
      long tokens,
      long labelTokens,
      double seconds,
      Instant at) {}

  /** One evaluation. */
  public record EvaluationPoint(int step, double loss, Instant at) {}

  /**
   * A checkpoint from which the run can go on.
   *
   * @param step optimizer steps done when it was written
   * @param folder where it lies
   * @param at when it was written
   */
  public record Checkpoint(int step, String folder, Instant at) {}

  /** One answered sample prompt. */
  public record Sample(int step, String prompt, String answer, Instant at) {}

  /** One line of the log. */
  public record LogLine(Instant at, String message) {}

  /**
   * All or the newer part of a run's history.
   *
   * @param steps points after the step asked for
   * @param evaluations all evaluations
   * @param samples all samples
   * @param log all lines
   */
  public record History(
      List<StepPoint> steps,
      List<EvaluationPoint> evaluations,
      List<Sample> samples,
      List<LogLine> log) {
    public History {
      steps = List.copyOf(steps);
      evaluations = List.copyOf(evaluations);
      samples = List.copyOf(samples);
      log = List.copyOf(log);
    }
  }
}
