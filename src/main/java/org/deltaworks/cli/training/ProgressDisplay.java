package org.deltaworks.cli.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.EvaluationPoint;
import org.deltaworks.domain.training.Run.LogLine;
import org.deltaworks.domain.training.Run.Sample;
import org.deltaworks.domain.training.Run.StepPoint;

/**
 * How a run goes, on standard error: a bar that is drawn over where a person watches, else plain
 * lines, a few a minute.
 */
final class ProgressDisplay {
  private static final int BAR = 24;
  private static final Duration PACE = Duration.ofSeconds(5);

  private final Terminal terminal;
  private int evaluations;
  private int samples;
  private int lines;
  private long lastLine;
  private boolean drawn;

  ProgressDisplay(Terminal terminal) {
    this.terminal = terminal;
    this.lastLine = System.nanoTime();
  }

  /** Skips what happened before somebody began to watch. */
  void startAfter(Run.History past) {
    evaluations = past.evaluations().size();
    samples = past.samples().size();
    lines = past.log().size();
  }

  /**
   * Tells what is new.
   *
   * @param newer its steps are those not told yet; the rest is whole
   */
  void tell(Run run, Run.History newer) {
    news(run, newer).forEach(Word::tell);
    lines = newer.log().size();
    evaluations = newer.evaluations().size();
    samples = newer.samples().size();
  }

  /** What is told, and when it happened. */
  private record Word(Instant at, Runnable telling) {
    void tell() {
      telling.run();
    }
  }

  /** In the order in which it happened; a bar stays below everything. */
  private List<Word> news(Run run, Run.History newer) {
    List<Word> words = new ArrayList<>();
    if (!newer.steps().isEmpty()) {
      Instant at = terminal.interactive() ? Instant.MAX : newer.steps().getLast().at();
      words.add(new Word(at, () -> step(run, newer)));
    }
    for (EvaluationPoint point : after(evaluations, newer.evaluations())) {
      words.add(new Word(point.at(), () -> say(words(point))));
    }
    for (Sample sample : after(samples, newer.samples())) {
      words.add(
          new Word(
              sample.at(),
              () -> say("\"%s\" -> %s".formatted(sample.prompt(), sample.answer().strip()))));
    }
    for (LogLine line : after(lines, newer.log())) {
      if (!tellsTheFailure(run, line)) {
        words.add(new Word(line.at(), () -> say(line.message())));
      }
    }
    words.sort(Comparator.comparing(Word::at));
    return words;
  }

  private static String words(EvaluationPoint point) {
    return point.step() == 0
        ? "held-out loss %s before training".formatted(number(point.loss()))
        : "held-out loss %s at step %d".formatted(number(point.loss()), point.step());
  }

  /** Leaves the bar's line, so that what follows begins on one of its own. */
  void end() {
    if (drawn) {
      terminal.err().println();
      drawn = false;
    }
  }

  /** A failure is told once, by the one place that tells failures. */
  private static boolean tellsTheFailure(Run run, LogLine line) {
    return run.problem().map(p -> line.message().contains(p.message())).orElse(false);
  }

  private static <T> List<T> after(int told, List<T> all) {
    return all.subList(Math.min(told, all.size()), all.size());
  }

  private void step(Run run, Run.History newer) {
    String line = line(run, newer);
    if (terminal.interactive()) {
      terminal.err().print("\r" + bar(run) + " " + line + "\033[K");
      terminal.err().flush();
      drawn = true;
      return;
    }
    boolean last = newer.steps().getLast().step() >= run.plannedSteps();
    boolean first = newer.steps().getFirst().step() == 1;
    if (first || last || System.nanoTime() - lastLine > PACE.toNanos()) {
      terminal.note(line);
      lastLine = System.nanoTime();
    }
  }

  private void say(String text) {
    if (drawn) {
      terminal.err().print("\r\033[K");
      drawn = false;
    }
    terminal.note(text);
  }

  private static String line(Run run, Run.History newer) {
    StepPoint last = newer.steps().getLast();
    OptionalDouble speed = RunReport.medianSpeed(newer.steps());
    double seconds = newer.steps().stream().mapToDouble(StepPoint::seconds).average().orElse(0);
    long left = Math.round(seconds * Math.max(0, run.plannedSteps() - last.step()));
    return String.format(
        Locale.ROOT,
        "step %d of %d  loss %s  %,.0f tokens/s  %d:%02d left",
        last.step(),
        run.plannedSteps(),
        number(last.loss()),
        speed.orElse(0),
        left / 60,
        left % 60);
  }

  private static String bar(Run run) {
    int full =
        run.plannedSteps() == 0
            ? 0
            : Math.clamp((long) BAR * run.progress().step() / run.plannedSteps(), 0, BAR);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  private static String number(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }
}
