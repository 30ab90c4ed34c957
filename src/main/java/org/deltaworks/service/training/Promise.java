package org.deltaworks.service.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * What a run will take, held against what this machine has.
 *
 * @param estimate what it will take
 * @param freeMemory bytes that can be had without pushing others out
 * @param freeDisk bytes that can still be written
 * @param remedies what to change if it does not fit, what costs least first
 */
public record Promise(Estimate estimate, long freeMemory, long freeDisk, List<Remedy> remedies) {
  /** How far estimates of memory were from what runs then took, in the estimate's benchmark. */
  public static final String SPREAD = "runs of small models took from a fifth less to a tenth more";

  public Promise {
    remedies = List.copyOf(remedies);
  }

  /**
   * A change that makes a run smaller.
   *
   * @param words what a button says
   * @param draft the changed settings alone
   */
  public record Remedy(String words, TrainingDraft draft) {}

  static Promise of(Estimate estimate, TrainingPlan plan, long freeMemory, long freeDisk) {
    boolean fits = estimate.memory().total() <= freeMemory && estimate.diskBytes() <= freeDisk;
    return new Promise(estimate, freeMemory, freeDisk, fits ? List.of() : remedies(estimate, plan));
  }

  /** Whether the machine's memory is enough. */
  public boolean fitsMemory() {
    return estimate.memory().total() <= freeMemory;
  }

  /** Whether the disk has room. */
  public boolean fitsDisk() {
    return estimate.diskBytes() <= freeDisk;
  }

  /** Whether it can be run here. */
  public boolean fits() {
    return fitsMemory() && fitsDisk();
  }

  /** In one sentence, whether it fits and what is short if not. */
  public String verdict() {
    if (!fitsMemory()) {
      return "This needs %s of memory and %s are free."
          .formatted(size(estimate.memory().total()), size(freeMemory));
    }
    return fitsDisk()
        ? "This fits: %s of memory are needed and %s are free."
            .formatted(size(estimate.memory().total()), size(freeMemory))
        : "This needs %s on the disk and %s are free."
            .formatted(size(estimate.diskBytes()), size(freeDisk));
  }

  private static String size(long bytes) {
    double megabytes = bytes / (1024.0 * 1024.0);
    return megabytes < 1000
        ? String.format(Locale.ROOT, "%.0f MB", megabytes)
        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
  }

  private static List<Remedy> remedies(Estimate estimate, TrainingPlan plan) {
    List<Remedy> remedies = new ArrayList<>();
    TrainingPlan.Batch batch = plan.batch();
    if (batch.rows() > 1) {
      int rows = (batch.rows() + 1) / 2;
      int accumulation = 2 * batch.accumulation();
      remedies.add(
          new Remedy(
              "Read %d rows at a time, %d times a step".formatted(rows, accumulation),
              TrainingDraft.empty()
                  .with(Setting.BATCH_SIZE, Integer.toString(rows))
                  .with(Setting.ACCUMULATE, Integer.toString(accumulation))));
    }
    if (!estimate.recompute()) {
      remedies.add(
          new Remedy(
              "Compute blocks twice instead of keeping them",
              TrainingDraft.empty().with(Setting.RECOMPUTE, "on")));
    }
    shorter(batch).ifPresent(remedies::add);
    plan.lora()
        .map(LoraSpec::rank)
        .filter(rank -> rank > 1)
        .ifPresent(rank -> remedies.add(lower(rank)));
    return remedies;
  }

  private static Optional<Remedy> shorter(TrainingPlan.Batch batch) {
    int half = batch.rowLength(Integer.MAX_VALUE) / 2;
    return half < 16
        ? Optional.empty()
        : Optional.of(
            new Remedy(
                "Cut rows after %d tokens".formatted(half),
                TrainingDraft.empty().with(Setting.MAX_LENGTH, Integer.toString(half))));
  }

  private static Remedy lower(int rank) {
    return new Remedy(
        "Lower the rank to %d".formatted(rank / 2),
        TrainingDraft.empty().with(Setting.RANK, Integer.toString(rank / 2)));
  }
}
