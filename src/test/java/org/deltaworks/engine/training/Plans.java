package org.deltaworks.engine.training;

import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;

/** Plans for tests, written as on the command line. */
final class Plans {
  private Plans() {}

  /** A plan of these words: setting, text, setting, text … */
  static TrainingPlan of(String... words) {
    TrainingDraft draft =
        TrainingDraft.empty().with(Setting.MODEL, "m").with(Setting.DATA, java.util.List.of("d"));
    for (int i = 0; i < words.length; i += 2) {
      draft = draft.with(Setting.of(words[i]).orElseThrow(), words[i + 1]);
    }
    return draft.toPlan().orThrow();
  }
}
