package org.deltaworks.service.training;

import org.deltaworks.domain.training.TrainingDraft;

/**
 * What a sweep will take, its trainings one after another.
 *
 * @param trainings how many there are
 * @param seconds of all of them together
 * @param resultBytes of what they leave, together
 * @param diskBytes at the most at a time: what they leave, and the checkpoints of the one that
 *     trains
 * @param largest the one that takes the most memory
 * @param promise what that one takes, and what this machine has
 */
public record SweepPromise(
    int trainings,
    double seconds,
    long resultBytes,
    long diskBytes,
    TrainingDraft largest,
    Promise promise) {
  /** Whether the largest has enough memory. */
  public boolean fitsMemory() {
    return promise.fitsMemory();
  }

  /** Whether the disk has room for that. */
  public boolean fitsDisk() {
    return diskBytes <= promise.freeDisk();
  }
}
