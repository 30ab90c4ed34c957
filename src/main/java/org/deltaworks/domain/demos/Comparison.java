package org.deltaworks.domain.demos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/**
 * The same task learnt in several ways: what each cost, how well it does, and what it made the base
 * forget. Numbers as they were measured, none left out.
 *
 * @param demo the task
 * @param started when it was begun
 * @param base how the untrained base does; absent until measured
 * @param entries one for each way, in the order in which they are trained
 */
public record Comparison(
    String demo, Instant started, Optional<Baseline> base, List<Entry> entries) {
  public Comparison {
    entries = List.copyOf(entries);
  }

  /**
   * The base alone.
   *
   * @param score on the demo's held-out rows, 0 to 1
   * @param ownLoss mean loss of a token of the base's own held-out text
   */
  public record Baseline(double score, double ownLoss) {}

  /** Where one way stands. */
  public enum State {
    WAITING,
    TRAINING,
    MEASURING,
    MEASURED,
    FAILED,
    STOPPED
  }

  /**
   * One way.
   *
   * @param run name of its run, once it was started
   * @param figures what was measured, at the end
   * @param problem why it failed
   */
  public record Entry(
      Arm arm,
      State state,
      Optional<String> run,
      Optional<Figures> figures,
      Optional<Problem> problem) {
    /** Not begun. */
    public static Entry waiting(Arm arm) {
      return new Entry(arm, State.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same in another state. */
    public Entry in(State next) {
      return new Entry(arm, next, run, figures, problem);
    }

    /** Whether nothing more will happen to it. */
    public boolean over() {
      return state == State.MEASURED || state == State.FAILED || state == State.STOPPED;
    }
  }

  /**
   * What one way cost and brought.
   *
   * @param trainable numbers trained
   * @param total numbers of the base
   * @param peakMegabytes most memory of its process, MiB
   * @param seconds from the start of its process to its end
   * @param bytes weight file that has to be kept
   * @param score on the demo's held-out rows, 0 to 1
   * @param ownLoss mean loss of a token of the base's own held-out text, afterwards
   */
  public record Figures(
      long trainable,
      long total,
      double peakMegabytes,
      double seconds,
      long bytes,
      double score,
      double ownLoss) {}

  /** Nothing done yet. */
  public static Comparison of(String demo, Instant started) {
    return new Comparison(
        demo, started, Optional.empty(), Arm.all().stream().map(Entry::waiting).toList());
  }

  /** With this entry in place of the one of the same arm. */
  public Comparison with(Entry entry) {
    return new Comparison(
        demo,
        started,
        base,
        entries.stream()
            .map(old -> old.arm().name().equals(entry.arm().name()) ? entry : old)
            .toList());
  }

  /** Where this way stands. */
  public Entry entry(Arm arm) {
    return entries.stream()
        .filter(entry -> entry.arm().name().equals(arm.name()))
        .findFirst()
        .orElseThrow();
  }

  /** With the base measured. */
  public Comparison with(Baseline measured) {
    return new Comparison(demo, started, Optional.of(measured), entries);
  }

  /** Whether every way is over. */
  public boolean over() {
    return entries.stream().allMatch(Entry::over);
  }

  /**
   * How much worse the base's own skill became: its loss on its own held-out text, after less
   * before. Negative where it became better.
   */
  public Optional<Double> forgetting(Entry entry) {
    return base.flatMap(b -> entry.figures().map(f -> f.ownLoss() - b.ownLoss()));
  }
}
