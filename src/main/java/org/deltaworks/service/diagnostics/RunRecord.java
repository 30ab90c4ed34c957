package org.deltaworks.service.diagnostics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;

/** A run as a bug report tells it: every figure, no name, no path, no text of the person's. */
final class RunRecord {
  /** Settings that are names, paths or texts of the person's own. */
  private static final Set<Setting> PRIVATE =
      EnumSet.of(
          Setting.MODEL,
          Setting.DATA,
          Setting.EVAL_DATA,
          Setting.NAME,
          Setting.OUT,
          Setting.INIT_ADAPTER,
          Setting.SAMPLE_PROMPT);

  private static final Pattern FAILED = Pattern.compile("(?s)^(Failed after step \\d+\\.).*");

  private final Discretion discretion;

  RunRecord(Discretion discretion) {
    this.discretion = discretion;
  }

  /** Its text. */
  String of(Run run, Run.History history) {
    List<String> lines = new ArrayList<>();
    lines.add("run %d, %s".formatted(run.id(), run.state().code()));
    lines.add("created %s".formatted(run.created()));
    run.started().ifPresent(at -> lines.add("started " + at));
    run.ended().ifPresent(at -> lines.add("ended " + at));
    lines.add("step %d of %d".formatted(run.progress().step(), run.plannedSteps()));
    lines.add("facts %s".formatted(run.facts()));
    run.problem().ifPresent(problem -> lines.add(told(run, problem)));
    lines.add("");
    run.draft().said().forEach((setting, values) -> lines.add(setting(setting, values)));
    lines.add("");
    history.log().forEach(line -> lines.add(line.at() + " " + note(run, line.message())));
    lines.add("");
    lines.add("step loss gradient_norm learning_rate tokens label_tokens seconds");
    history.steps().forEach(point -> lines.add(point(point)));
    history
        .evaluations()
        .forEach(e -> lines.add("evaluated at %d: %s".formatted(e.step(), e.loss())));
    return String.join("\n", lines) + "\n";
  }

  /** What is wrong with data is told by quoting them, so that only its kind is kept. */
  private String told(Run run, Problem problem) {
    return problem.kind() == Problem.Kind.BAD_DATA
        ? "problem " + problem.kind().code()
        : "problem %s: %s".formatted(problem.kind().code(), note(run, problem.message()));
  }

  /** A note may name the person's files, and one of a failure says what the data hold. */
  private String note(Run run, String message) {
    String text = FAILED.matcher(message).replaceFirst("$1");
    for (Setting setting : PRIVATE) {
      for (String value : run.draft().said().getOrDefault(setting, List.of())) {
        text = text.replace(value, "(%s)".formatted(setting.option()));
        text = text.replace(fileName(value), "(%s)".formatted(setting.option()));
      }
    }
    return discretion.log(text.replace(run.name(), "(name)")).strip();
  }

  private static String fileName(String value) {
    String name = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
    return name.isBlank() ? value : name;
  }

  private String setting(Setting setting, List<String> values) {
    return setting.option()
        + " = "
        + (PRIVATE.contains(setting)
            ? "(%d given)".formatted(values.size())
            : discretion.text(String.join(", ", values)));
  }

  private static String point(Run.StepPoint p) {
    return String.format(
        Locale.ROOT,
        "%d %s %s %s %d %d %s",
        p.step(),
        p.loss(),
        p.gradientNorm(),
        p.learningRate(),
        p.tokens(),
        p.labelTokens(),
        p.seconds());
  }
}
