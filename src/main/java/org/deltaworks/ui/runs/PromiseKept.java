package org.deltaworks.ui.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.Footprint;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.fx.Figures;

/**
 * What a run was said to take beside what it took, in words.
 *
 * @param promised before it trained
 * @param corrected once its largest batch had been tried
 * @param taken so far, or in the end
 * @param sentence what that means
 */
record PromiseKept(Line promised, Line corrected, Line taken, String sentence) {
  private static final String NONE = "\u2013";

  /**
   * One line of the table.
   *
   * @param what its first column
   * @param memory at the highest
   * @param memoryOff how far that was from what was taken; empty while that is not known
   * @param time from start to end, pauses left out
   * @param timeOff as {@code memoryOff}
   * @param disk checkpoints and result at a time, at the most
   * @param diskUsed how much of that was really needed
   */
  record Line(
      String what,
      String memory,
      String memoryOff,
      String time,
      String timeOff,
      String disk,
      String diskUsed) {}

  /** Of a run. */
  static PromiseKept of(Run run) {
    Run.Facts facts = run.facts();
    Optional<Footprint> end = whole(run) ? Optional.of(facts.taken()) : Optional.empty();
    Optional<Footprint> taken =
        facts.taken().megabytes() > 0 ? Optional.of(facts.taken()) : Optional.empty();
    return new PromiseKept(
        line("Promised before the start", facts.promised(), end),
        line("Corrected after the first step", facts.corrected(), end),
        line(over(run) ? "Really taken" : "Taken so far", taken, Optional.empty()),
        sentence(run, end));
  }

  /** The lines from top to bottom. */
  List<Line> lines() {
    return List.of(promised, corrected, taken);
  }

  /** A paused run goes on. */
  private static boolean over(Run run) {
    return run.state().atRest() && run.state() != RunState.PAUSED;
  }

  /** Only what ran to its last step can be compared: one that was stopped took less of its time. */
  private static boolean whole(Run run) {
    return run.state() == RunState.FINISHED
        && run.progress().step() == run.plannedSteps()
        && run.facts().taken().megabytes() > 0
        && run.facts().taken().seconds() > 0;
  }

  private static Line line(String what, Optional<Footprint> said, Optional<Footprint> end) {
    return new Line(
        what,
        said.map(f -> Figures.bytes(f.bytes())).orElse(NONE),
        off(said, end, Footprint::megabytes),
        // An older version counted no time.
        said.filter(f -> f.seconds() > 0).map(PromiseKept::time).orElse(NONE),
        off(said, end, Footprint::seconds),
        said.filter(f -> f.diskMegabytes() > 0).map(f -> Figures.bytes(f.diskBytes())).orElse(NONE),
        used(said, end));
  }

  /** A run may need all of it, so what it did not need is no error. */
  private static String used(Optional<Footprint> said, Optional<Footprint> end) {
    if (said.isEmpty() || end.isEmpty() || said.get().diskMegabytes() == 0) {
      return "";
    }
    return "%d %% used".formatted(100 + percent(end.get(), said.get(), Footprint::diskMegabytes));
  }

  private static String time(Footprint of) {
    return Figures.duration(Duration.ofMillis(Math.round(of.seconds() * 1000)));
  }

  private static String off(
      Optional<Footprint> said, Optional<Footprint> end, ToDoubleFunction<Footprint> figure) {
    if (said.isEmpty() || end.isEmpty()) {
      return "";
    }
    long percent = percent(said.get(), end.get(), figure);
    return percent == 0
        ? "as it was"
        : "%d %% too %s".formatted(Math.abs(percent), percent < 0 ? "low" : "high");
  }

  private static long percent(Footprint one, Footprint other, ToDoubleFunction<Footprint> figure) {
    return Math.round(100 * (figure.applyAsDouble(one) / figure.applyAsDouble(other) - 1));
  }

  private static String sentence(Run run, Optional<Footprint> end) {
    Run.Facts facts = run.facts();
    if (facts.promised().isEmpty()) {
      return over(run)
          ? "Nothing was promised of this run, so there is nothing to compare."
          : "What this run will take is told as soon as its rows have been read.";
    }
    if (end.isPresent()) {
      return "It took %s memory and %s time than promised before the start."
          .formatted(
              more(end.get(), facts.promised().get(), Footprint::megabytes),
              more(end.get(), facts.promised().get(), Footprint::seconds));
    }
    if (over(run)) {
      return "It did not run to its last step, so what it took cannot be compared.";
    }
    return facts
        .corrected()
        .map(
            now ->
                "Its largest batch has been tried: expect %s of memory at the most, and %s in all."
                    .formatted(Figures.bytes(now.bytes()), time(now)))
        .orElse(
            "After the first step a run of at least 20 steps tries its largest batch, and knows"
                + " better.");
  }

  private static String more(Footprint end, Footprint said, ToDoubleFunction<Footprint> figure) {
    long percent = percent(end, said, figure);
    return percent == 0
        ? "no more or less"
        : "%d %% %s".formatted(Math.abs(percent), percent > 0 ? "more" : "less");
  }
}
