package org.deltaworks.ui.training;

import java.time.Duration;
import java.util.List;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MemoryEstimate;
import org.deltaworks.service.training.Promise;
import org.deltaworks.ui.fx.Figures;

/** A promise in words. Estimates are rounded, since they are none to the second. */
final class PromiseWords {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long TEN_MINUTES = 10 * MINUTE;

  private PromiseWords() {}

  /**
   * A part of the memory.
   *
   * @param help in a sentence, with the word that experts use
   */
  record Part(String name, String help, long bytes) {}

  /** What memory is for, in the order in which a run takes it. */
  static List<Part> parts(MemoryEstimate memory) {
    return List.of(
        new Part("Program", "Engine: Java, libtorch, the tokenizer and the rows.", memory.engine()),
        new Part("Model", "Weights: the base's files as they are mapped.", memory.weights()),
        new Part("Trained numbers", "The adapter, or what else changes.", memory.adapter()),
        new Part("Corrections", "Gradients: one for each trained number.", memory.gradients()),
        new Part(
            "Their history",
            "Optimizer: two averages of the corrections of each trained number.",
            memory.optimizer()),
        new Part(
            "Rows at work",
            "Activations: what the blocks keep of the rows that are read together.",
            memory.activations()),
        new Part(
            "Word scores",
            "Head: a score of every possible next token, where an answer is learnt.",
            memory.head()));
  }

  /** {@code 412 MB of 3.1 GB}. */
  static String memory(Promise promise) {
    return "%s of %s free"
        .formatted(
            Figures.bytes(promise.estimate().memory().total()),
            Figures.bytes(promise.freeMemory()));
  }

  /** {@code about 12 s}, {@code about 4 min}, {@code about 2 h 10 min}. */
  static String time(Estimate estimate) {
    return time(estimate.seconds());
  }

  /** As {@link #time(Estimate)}. */
  static String time(double all) {
    long seconds = Math.max(1, Math.round(all));
    long grain = seconds < MINUTE ? 1 : seconds < HOUR ? MINUTE : TEN_MINUTES;
    long rounded = Math.round((double) seconds / grain) * grain;
    return "about " + Figures.duration(Duration.ofSeconds(rounded));
  }

  /** Whether it fits, and what is short if not. */
  static String verdict(Promise promise) {
    Estimate estimate = promise.estimate();
    if (!promise.fitsMemory()) {
      return lacking("of memory", estimate.memory().total(), promise.freeMemory());
    }
    if (!promise.fitsDisk()) {
      return lacking("on the disk", estimate.diskBytes(), promise.freeDisk());
    }
    return promise.isTight()
        ? "This may just fit into memory: estimates are up to a tenth too low."
        : "This fits: about %s of memory, %s."
            .formatted(Figures.bytes(estimate.memory().total()), time(estimate));
  }

  private static String lacking(String where, long needed, long free) {
    return "This does not fit here: it takes about %s %s, and %s are free."
        .formatted(Figures.bytes(needed), where, Figures.bytes(free));
  }

  /** What a run would take with a change. */
  static String with(Promise promise, Promise.Remedy remedy) {
    Estimate then = remedy.then();
    String taken =
        promise.fitsMemory()
            ? Figures.bytes(then.diskBytes()) + " on the disk"
            : Figures.bytes(then.memory().total()) + " of memory";
    return "%s, %s: %s"
        .formatted(taken, time(then), promise.fits(then) ? "fits" : "still too much");
  }
}
