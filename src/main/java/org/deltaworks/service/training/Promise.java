package org.deltaworks.service.training;

import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * What a run will take, held against what this machine has.
 *
 * @param estimate what it will take
 * @param freeMemory bytes that can be had without pushing others out
 * @param freeDisk bytes that can still be written
 * @param remedies what to change if it does not fit: what is enough by itself first, and what costs
 *     least first among those
 */
public record Promise(Estimate estimate, long freeMemory, long freeDisk, List<Remedy> remedies) {
  /** How far estimates of memory were from what runs then took, in the estimate's benchmark. */
  public static final String SPREAD =
      "runs of small models took from a fifth less to a twentieth more";

  /** The tenth more that runs took. */
  private static final double AT_MOST = 1.1;

  /** Below that a change is not worth its price. */
  private static final double WORTH_IT = 0.98;

  public Promise {
    remedies = List.copyOf(remedies);
  }

  /**
   * A change that makes a run smaller.
   *
   * @param words what a button says
   * @param draft the changed settings alone
   * @param then what the run takes with it
   */
  public record Remedy(String words, TrainingDraft draft, Estimate then) {}

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
    return fits(estimate);
  }

  /** Whether something else could be run here. */
  public boolean fits(Estimate other) {
    return other.memory().total() <= freeMemory && other.diskBytes() <= freeDisk;
  }

  /** Whether memory is enough only if the estimate is not too low. */
  public boolean isTight() {
    return fitsMemory() && estimate.memory().total() * AT_MOST > freeMemory;
  }

  /** Whether a change brings what is short noticeably closer to what is there. */
  boolean isHelpedBy(Estimate then) {
    boolean memory = then.memory().total() < WORTH_IT * estimate.memory().total();
    boolean disk = then.diskBytes() < WORTH_IT * estimate.diskBytes();
    return (!fitsMemory() && memory) || (!fitsDisk() && disk);
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

  /** {@code 0.4 MB}, {@code 412 MB}, {@code 1.4 GB}: 1024 bytes to the kB, as memory is counted. */
  public static String size(long bytes) {
    double megabytes = bytes / (1024.0 * 1024.0);
    if (megabytes >= 1000) {
      return String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
    return String.format(Locale.ROOT, megabytes < 9.95 ? "%.1f MB" : "%.0f MB", megabytes);
  }
}
