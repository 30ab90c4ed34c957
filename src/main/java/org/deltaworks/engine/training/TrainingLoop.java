package org.deltaworks.engine.training;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.estimate.ActivationMemory;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.RowOrder;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.platform.MachineProbe;

/**
 * Trains. Read {@link #run} aloud: take a step, tell of it, try the largest batch after the first,
 * look at the held-out rows when it is time, keep a checkpoint when it is time, do what people
 * wish, until it is over; then what did best on the held-out rows is the result.
 */
public final class TrainingLoop {
  private static final int USUAL_EVALUATIONS = 10;
  private static final int FEWEST_TESTED = 32;

  /** A test where nobody asked for one may cost as much as every fourth row that is learnt from. */
  private static final int TESTED_SHARE = 4;

  private final Decoder decoder;
  private final Trained trained;
  private final TrainingPlan plan;
  private final List<TokenizedRow> heldOut;
  private final List<TokenizedRow> tested;
  private final int trainRows;
  private final TrainingWorld world;
  private final int steps;
  private final AdamW optimizer;
  private final LearningRate rate;
  private final TrainingStep step;
  private final Evaluation evaluation;
  private final KeptCheckpoints checkpoints;
  private final RunawayLoss runaway = new RunawayLoss();
  private Progress progress = Progress.START;
  private boolean tried;

  /**
   * A training that is ready to run.
   *
   * @param decoder the base
   * @param trained what changes
   * @param rows rows to learn from; every one has a label token
   * @param heldOut rows to test on; may be empty
   */
  public TrainingLoop(
      Decoder decoder,
      Trained trained,
      TrainingPlan plan,
      List<TokenizedRow> rows,
      List<TokenizedRow> heldOut,
      TrainingWorld world) {
    RowChecks.check(rows, decoder.spec());
    RowChecks.check(heldOut, decoder.spec());
    this.decoder = decoder;
    this.trained = trained;
    this.plan = plan;
    this.heldOut = List.copyOf(heldOut);
    this.trainRows = rows.size();
    this.world = world;
    RowOrder order = new RowOrder(rows.size(), plan.batch(), plan.seed());
    this.steps = order.steps(plan.length());
    this.optimizer = new AdamW(decoder.work(), trained.parameters(), plan.optimizer());
    boolean recompute =
        new ActivationMemory(decoder.spec(), new MachineProbe().look().totalMemory())
            .recompute(plan.batch(), List.copyOf(rows));
    this.rate = new LearningRate(plan.optimizer(), steps);
    this.step =
        new TrainingStep(
            new GradientPass(decoder, trained, recompute),
            optimizer,
            rate,
            order,
            List.copyOf(rows),
            plan.batch().packing(),
            plan.seed(),
            world::nameOf);
    this.evaluation = new Evaluation(decoder);
    this.tested = List.copyOf(heldOut.subList(0, tested(plan, heldOut.size(), interval())));
    List<TokenizedRow> learnt = List.copyOf(rows);
    this.checkpoints =
        new KeptCheckpoints(
            new CheckpointFiles(decoder.work(), trained, optimizer, () -> RowsMark.of(learnt)),
            world,
            plan.checkpoints().keep(),
            plan.stopOnDivergence() ? runaway::calmStep : () -> 0);
  }

  /** How a training came to rest. */
  public enum Outcome {
    FINISHED,
    PAUSED,
    STOPPED
  }

  /** Optimizer steps planned. */
  public int steps() {
    return steps;
  }

  /** Steps done. */
  public int done() {
    return progress.step();
  }

  /**
   * Goes on from the newest whole checkpoint of this very run, as if there had been no break, or
   * from the beginning if none is whole.
   *
   * @param all folders of its checkpoints, by steps done
   */
  public void resume(SortedMap<Integer, Path> all) {
    progress = checkpoints.resume(all).orElse(Progress.START);
  }

  /**
   * Trains until it is over or somebody wishes otherwise.
   *
   * @param total numbers of the base, for the first event
   */
  public Outcome run(long total) {
    world.happened(
        new TrainingEvent.Started(
            Instant.now(), trained.parameters().count(), total, steps, trainRows, heldOut.size()));
    warnOfNoRate();
    boolean patient = true;
    while (progress.step() < steps && patient) {
      TrainingEvent.Stepped done = step();
      progress = progress.after(done.step());
      world.happened(done);
      runaway.look(done.step(), done.loss()).ifPresent(this::ranAway);
      if (done.step() == 1 && !heldOut.isEmpty()) {
        evaluateStart();
      }
      tryLargest();
      if (timeToEvaluate()) {
        evaluate();
        patient = !outOfPatience();
      }
      Optional<Wish> wish = world.wish();
      if (timeToSave() || wish.isPresent() || bestOnTheWay()) {
        checkpoints.save(progress);
      }
      if (wish.isPresent() && wish.get() != Wish.SAVE && progress.step() < steps) {
        return wish.get() == Wish.PAUSE ? Outcome.PAUSED : atItsBest(Outcome.STOPPED);
      }
    }
    return atItsBest(Outcome.FINISHED);
  }

  /** When the last test was no better than an earlier one, the earlier state is the result. */
  private Outcome atItsBest(Outcome outcome) {
    if (progress.worse() > 0 && checkpoints.goBackTo(progress.bestStep())) {
      world.happened(
          new TrainingEvent.Chosen(Instant.now(), progress.bestStep(), progress.bestLoss()));
    }
    return outcome;
  }

  /** Once, when the first step has warmed the engine: then the promise can be corrected. */
  private void tryLargest() {
    if (!tried) {
      tried = true;
      world.toTry().ifPresent(rows -> world.tried(step.tryOut(rows)));
    }
  }

  /** When NaN comes out, what was learnt before is saved first, if that is still numbers. */
  private TrainingEvent.Stepped step() {
    try {
      return step.run(progress.step() + 1);
    } catch (ProblemException e) {
      if (e.problem().kind() == Problem.Kind.NOT_FINITE
          && progress.step() > 0
          && optimizer.standsAtNumbers()) {
        checkpoints.save(progress);
      }
      throw e;
    }
  }

  /** What was saved after the loss began to rise is no good state to go on from. */
  private void ranAway(RunawayLoss.Climb climb) {
    if (!plan.stopOnDivergence()) {
      note(climb.warning());
      return;
    }
    throw climb.problem(checkpoints.goneBackTo(climb.calmStep())).asException();
  }

  private void warnOfNoRate() {
    if (rate.neverLearns()) {
      note(
          TrainingEvent.Noted.WARNING
              + "the learning rate is 0 at every step, so nothing will be learnt. Take more"
              + " steps, or a warm-up of 0.");
    }
  }

  private void note(String message) {
    world.happened(new TrainingEvent.Noted(Instant.now(), message));
  }

  /**
   * The held-out loss of the start. A fresh adapter changes nothing yet, so what it starts from can
   * be measured at any time: after the first step, which then need not wait for it.
   */
  private void evaluateStart() {
    trained
        .whereItBegan()
        .ifPresent(start -> tell(evaluation.of(tested, plan.batch().rows(), start), 0));
  }

  private void evaluate() {
    Evaluation.Result result =
        evaluation.of(tested, plan.batch().rows(), trained.whileEvaluating());
    progress = progress.evaluated(result.meanNll());
    tell(result, progress.step());
  }

  private void tell(Evaluation.Result result, int after) {
    world.happened(
        new TrainingEvent.Evaluated(Instant.now(), after, result.meanNll(), result.labelTokens()));
    world.evaluated(after);
  }

  /**
   * How many held-out rows each test looks at: all of them if the person chose the rows or how
   * often, else so many that testing takes a small part of the time.
   */
  private static int tested(TrainingPlan plan, int heldOut, int interval) {
    if (plan.evaluation().data().isPresent() || plan.evaluation().every().isPresent()) {
      return heldOut;
    }
    long learnt = (long) interval * plan.batch().rows() * plan.batch().accumulation();
    return (int) Math.min(heldOut, Math.max(FEWEST_TESTED, learnt / TESTED_SHARE));
  }

  private int interval() {
    return Math.max(1, Math.ceilDiv(steps, USUAL_EVALUATIONS));
  }

  private boolean timeToEvaluate() {
    return !heldOut.isEmpty() && due(plan.evaluation().every());
  }

  private boolean timeToSave() {
    return progress.step() < steps && due(plan.checkpoints().every().or(plan.evaluation()::every));
  }

  /** The best state so far is kept until a better one comes; the last one is at hand anyway. */
  private boolean bestOnTheWay() {
    return progress.atItsBest() && progress.step() < steps;
  }

  private boolean due(Optional<Integer> every) {
    int interval = every.orElse(interval());
    return progress.step() % interval == 0 || progress.step() == steps;
  }

  private boolean outOfPatience() {
    int patience = plan.evaluation().patience();
    if (patience == 0 || progress.worse() < patience) {
      return false;
    }
    note(
        "No better in the last %s, so the training ends here."
            .formatted(Counted.of(patience, "test")));
    return true;
  }
}
