package org.deltaworks.cli.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.training.CommandLine;

/** The record of a run as scripts read it. */
final class RunFacts {
  private RunFacts() {}

  /** What a list says of a run. */
  static Facts row(Run run) {
    return new Facts()
        .with("run", run.name())
        .with("name", run.name())
        .with("id", run.id())
        .with("state", run.state().code())
        .with("model", run.model())
        .with("adapter", RunReport.adapter(run))
        .with("step", run.progress().step())
        .with("planned_steps", run.plannedSteps())
        .with("loss", run.progress().loss())
        .with("eval_loss", run.progress().evaluationLoss())
        .with("created", run.created())
        .with("started", run.started())
        .with("ended", run.ended());
  }

  /** Everything there is about a run. */
  static Map<String, ?> whole(RunReport report) {
    Run run = report.run();
    return row(run)
        .withAll(report.facts())
        .with("settings", settings(run.draft()))
        .with("method", run.draft().text(Setting.METHOD))
        .with("command", CommandLine.of(again(run.draft())))
        .with("arguments", CommandLine.arguments(again(run.draft())))
        .with(
            "samples",
            report.history().samples().stream()
                .map(
                    s ->
                        new Facts()
                            .with("step", s.step())
                            .with("prompt", s.prompt())
                            .with("answer", s.answer())
                            .map())
                .toList())
        .with(
            "log",
            report.history().log().stream()
                .map(l -> new Facts().with("at", l.at()).with("message", l.message()).map())
                .toList())
        .map();
  }

  /** The same run once more: under a name of its own, beside the first one's output. */
  static TrainingDraft again(TrainingDraft draft) {
    return draft.with(Setting.NAME, List.of()).with(Setting.OUT, List.of());
  }

  private static Map<String, Object> settings(TrainingDraft draft) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (setting.repeatable()) {
        settings.put(setting.option(), draft.texts(setting));
      } else if (!draft.text(setting).isEmpty()) {
        settings.put(setting.option(), draft.text(setting));
      }
    }
    return settings;
  }
}
