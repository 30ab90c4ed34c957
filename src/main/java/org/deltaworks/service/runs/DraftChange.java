package org.deltaworks.service.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/** Tells in a line of the log what is different about a run from here on. */
final class DraftChange {
  private DraftChange() {}

  static String of(TrainingDraft before, TrainingDraft after) {
    List<String> changes = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      String was = before.text(setting);
      String is = after.text(setting);
      if (!was.equals(is)) {
        changes.add(
            "%s %s instead of %s".formatted(setting.label().toLowerCase(Locale.ROOT), is, was));
      }
    }
    return "Goes on with %s.".formatted(String.join(", ", changes));
  }
}
