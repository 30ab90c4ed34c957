package org.deltaworks.service.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.FileSizes;
import org.deltaworks.domain.estimate.RunEstimator;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.ResultFile;
import org.deltaworks.platform.Machine;
import org.deltaworks.service.models.ModelService;

/**
 * What a draft will take if it is started, and whether this machine has it. Starts nothing. Any
 * thread but the window's; the rows of the last drafts are kept, so that a slider that moves does
 * not read them again.
 */
public final class EstimateService {
  private final Reviews reviews;
  private final DatasetLocator data;
  private final Supplier<Machine> machine;
  private final LongSupplier diskFree;
  private final RowReads reads = new RowReads();

  /** A draft that was looked at. */
  private record Taken(TrainingPlan plan, Estimate estimate, int longestRow) {}

  /**
   * Estimates for this machine.
   *
   * @param reviews say what is wrong with a draft
   * @param machine looks at it
   * @param diskFree bytes left where runs are kept
   */
  public EstimateService(
      Reviews reviews, DatasetLocator data, Supplier<Machine> machine, LongSupplier diskFree) {
    this.reviews = reviews;
    this.data = data;
    this.machine = machine;
    this.diskFree = diskFree;
  }

  /**
   * What a draft will take; if that is more than there is, what each change that helps would take.
   *
   * @throws ProblemException for the first problem of the draft, its model or its data
   */
  public Promise estimate(TrainingDraft draft) {
    Machine here = machine.get();
    Taken taken = take(draft, here);
    Promise promise =
        new Promise(taken.estimate(), here.availableMemory(), diskFree.getAsLong(), List.of());
    return promise.fits()
        ? promise
        : new Promise(
            promise.estimate(),
            promise.freeMemory(),
            promise.freeDisk(),
            remedies(draft, taken, promise, here));
  }

  private List<Promise.Remedy> remedies(
      TrainingDraft draft, Taken taken, Promise promise, Machine here) {
    return Remedies.of(taken.plan(), taken.estimate().recompute(), taken.longestRow()).stream()
        .flatMap(change -> changed(draft, change, here).stream())
        .filter(remedy -> promise.isHelpedBy(remedy.then()))
        .sorted(Comparator.comparing(remedy -> !promise.fits(remedy.then())))
        .toList();
  }

  /** Nothing where the change is none for this model, such as a length that its rows refuse. */
  private Optional<Promise.Remedy> changed(
      TrainingDraft draft, Remedies.Change change, Machine here) {
    try {
      Estimate then = take(draft.overriddenBy(change.draft()), here).estimate();
      return Optional.of(new Promise.Remedy(change.words(), change.draft(), then));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /**
   * What a draft will take, as its run will be promised.
   *
   * @throws ProblemException as {@link #estimate}
   */
  public Run.Footprint footprint(TrainingDraft draft) {
    Estimate estimate = take(draft, machine.get()).estimate();
    return Run.Footprint.ofBytes(
        estimate.memory().total(), estimate.seconds(), estimate.diskBytes());
  }

  private Taken take(TrainingDraft draft, Machine here) {
    Review review = reviews.accepted(draft);
    TrainingPlan plan = draft.toPlan().orThrow();
    BaseModel model = review.model().orElseThrow();
    ModelService.refuseWithoutTokenizer(model.folder());
    ModelFiles files = ModelFolder.ofKnownFamilies().read(model.name(), model.folder());
    HeldOut rows = rows(plan, model);
    FileSizes sizes =
        new FileSizes(
            ModelFolder.tokenizerBytes(model.folder()), ResultFile.bytes(model, review.lora()));
    RunEstimator run = new RunEstimator(files, sizes, review.lora(), plan, rows, here.host());
    Estimate estimate =
        new Estimate(
            run.trainable(),
            sizes.result(),
            run.memory(),
            run.seconds(),
            run.diskBytes(),
            run.recompute());
    int longest = rows.training().stream().mapToInt(TokenizedRow::length).max().orElse(0);
    return new Taken(plan, estimate, longest);
  }

  private HeldOut rows(TrainingPlan plan, BaseModel model) {
    List<TokenizedRow> all = reads.of(plan.data().stream().map(data::find).toList(), plan, model);
    return plan.evaluation()
        .data()
        .map(apart -> HeldOut.apart(all, reads.of(List.of(data.find(apart)), plan, model)))
        .orElseGet(() -> HeldOut.of(all, plan.evaluation().fraction(), plan.seed()));
  }
}
