package org.deltaworks.domain.demos;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * A ready-made task on the bundled model: rows to learn, rows kept apart, prompts to try, and a
 * number of its own that is measured before and after.
 *
 * @param name its folder's name and what {@code demo --name} takes
 * @param title two or three words for a card
 * @param sentence what will happen, in one sentence for a layperson
 * @param training the rows to learn, JSON Lines
 * @param heldOut rows with things that no training row names, JSON Lines with {@code prompt} and
 *     {@code completion}
 * @param prompts prompts to try by hand
 * @param metric what is measured on the held-out rows before and after
 * @param settings the training that shows it in about a minute; model and data are already said
 */
public record Demo(
    String name,
    String title,
    String sentence,
    Path training,
    Path heldOut,
    List<String> prompts,
    DemoMetric metric,
    TrainingDraft settings) {
  public Demo {
    prompts = List.copyOf(prompts);
  }

  /** Whether a run learns this demo's rows on its base, whatever its settings are otherwise. */
  public boolean isOf(Run run) {
    return run.draft().texts(Setting.DATA).equals(List.of(training.toString()))
        && run.model().equals(settings.text(Setting.MODEL));
  }

  /** Whether a run is this demo as its card starts it: its own settings under any name. */
  public boolean isPlain(Run run) {
    return run.draft().with(Setting.NAME, "").equals(settings.with(Setting.NAME, ""));
  }
}
