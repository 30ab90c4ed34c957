package org.deltaworks.cli.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.training.Run;

/** Runs in the words of a terminal. */
final class RunWords {
  private RunWords() {}

  /** How a run ended, in a few lines. */
  static List<String> ending(RunReport report) {
    Run run = report.run();
    List<String> lines = new ArrayList<>();
    lines.add(
        "The run %s %s after %d of %s."
            .formatted(
                run.name(),
                run.state().saying(),
                run.progress().step(),
                Counted.of(run.plannedSteps(), "step")));
    run.progress()
        .evaluationLoss()
        .ifPresent(loss -> lines.add(String.format(Locale.ROOT, "Held-out loss: %.4f", loss)));
    run.result().ifPresent(name -> lines.add("The result is called " + name + "."));
    return lines;
  }

  /** Steps done and planned; a dash while nobody can say how many there will be. */
  static String steps(Run run) {
    return run.stepsAhead().map(all -> run.progress().step() + "/" + all).orElse("-");
  }

  /** A run as a line of a table. */
  static List<String> row(Run run) {
    return List.of(
        run.name(),
        run.state().code(),
        run.model(),
        steps(run),
        run.progress().loss().map(l -> String.format(Locale.ROOT, "%.4f", l)).orElse("-"),
        run.result().orElse("-"));
  }
}
