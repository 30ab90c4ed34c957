package org.deltaworks.domain.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What a person chose once and for all, by key; absent means the default. Keys are lower case with
 * dashes and dots, such as {@code window.theme}. Every method may be called from any thread but the
 * window's.
 */
public interface SettingsStore {
  /** Whether trainings keep the machine awake; {@code false} where they do not. */
  String AWAKE = "training.awake";

  /** What was chosen for this key. */
  Optional<String> get(String key);

  /** Everything that was chosen, in the order of the keys. */
  Map<String, String> all();

  /** Keeps a choice. */
  void put(String key, String value);

  /** Goes back to the default. */
  void remove(String key);
}
