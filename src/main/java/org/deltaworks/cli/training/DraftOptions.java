package org.deltaworks.cli.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.cli.console.NotYet;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** A draft from a saved recipe and from the options on the line, which win. */
public final class DraftOptions {
  private static final Set<String> PLANNED_METHODS =
      Set.of("loraplus", "dora", "pissa", "olora", "lora-fa", "eva", "bottleneck", "prefix");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A saved recipe; options on the line win.")
  private Optional<Path> config = Optional.empty();

  /**
   * What is to be trained.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the recipe cannot be read, or asks
   *     for what this build does not have
   */
  TrainingDraft draft(Workbench bench, ParseResult line) {
    TrainingDraft said = SettingOptions.draft(line);
    TrainingDraft draft = config.map(file -> merged(bench.recipes().read(file), said)).orElse(said);
    refusePlanned(draft);
    return draft;
  }

  /** Steps on the line win over passes of the recipe too: both say when the run is over. */
  static TrainingDraft merged(TrainingDraft recipe, TrainingDraft said) {
    TrainingDraft base = recipe;
    if (said.says(Setting.STEPS)) {
      base = base.with(Setting.EPOCHS, List.of());
    }
    if (said.says(Setting.EPOCHS)) {
      base = base.with(Setting.STEPS, List.of());
    }
    return base.overriddenBy(said);
  }

  private void refusePlanned(TrainingDraft draft) {
    String method = draft.text(Setting.METHOD);
    if (PLANNED_METHODS.contains(method)) {
      throw NotYet.problem(
          "The method " + method, "Choose lora, rslora, full, last-layers or bitfit.");
    }
  }
}
