package org.deltaworks.domain.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.problem.Checked;

/**
 * Settings as a person wrote them, right or wrong. A form edits one, the command line and recipe
 * files fill one, the catalog keeps one with each run; {@link #toPlan()} turns it into a plan or
 * into problems bound to their settings. Immutable.
 */
public final class TrainingDraft {
  private static final TrainingDraft EMPTY = new TrainingDraft(Map.of());

  private final Map<Setting, List<String>> values;

  private TrainingDraft(Map<Setting, List<String>> values) {
    EnumMap<Setting, List<String>> copy = new EnumMap<>(Setting.class);
    values.forEach((setting, texts) -> copy.put(setting, List.copyOf(texts)));
    this.values = Collections.unmodifiableMap(copy);
  }

  /** Nothing said yet: every setting has its default. */
  public static TrainingDraft empty() {
    return EMPTY;
  }

  /** What was said, all at once; settings with an empty list stay unsaid. */
  public static TrainingDraft of(Map<Setting, List<String>> said) {
    EnumMap<Setting, List<String>> values = new EnumMap<>(Setting.class);
    said.forEach(
        (setting, texts) -> {
          if (!texts.isEmpty()) {
            values.put(setting, texts);
          }
        });
    return new TrainingDraft(values);
  }

  /** A copy with this setting said; an empty text takes it back to its default. */
  public TrainingDraft with(Setting setting, String text) {
    return with(setting, text.isBlank() ? List.of() : List.of(text.strip()));
  }

  /** A copy with these values of a repeatable setting. */
  public TrainingDraft with(Setting setting, List<String> texts) {
    EnumMap<Setting, List<String>> copy = new EnumMap<>(Setting.class);
    copy.putAll(values);
    if (texts.isEmpty()) {
      copy.remove(setting);
    } else {
      copy.put(setting, texts);
    }
    return new TrainingDraft(copy);
  }

  /** A copy in which everything the other says wins. */
  public TrainingDraft overriddenBy(TrainingDraft other) {
    EnumMap<Setting, List<String>> copy = new EnumMap<>(Setting.class);
    copy.putAll(values);
    copy.putAll(other.values);
    return new TrainingDraft(copy);
  }

  /** What was said, without defaults. */
  public Map<Setting, List<String>> said() {
    return values;
  }

  /** Whether the person said anything about it. */
  public boolean says(Setting setting) {
    return values.containsKey(setting);
  }

  /** The text in force: what was said, else the default. */
  public String text(Setting setting) {
    return values.getOrDefault(setting, List.of(setting.defaultText())).getFirst();
  }

  /** All texts in force of a repeatable setting; empty if none. */
  public List<String> texts(Setting setting) {
    return values.getOrDefault(setting, List.of());
  }

  /** The plan, or every problem found, each bound to its setting's option name. */
  public Checked<TrainingPlan> toPlan() {
    return new DraftReader(this).read();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingDraft that && that.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "TrainingDraft" + values;
  }
}
