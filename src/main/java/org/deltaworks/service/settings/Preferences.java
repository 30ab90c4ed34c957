package org.deltaworks.service.settings;

/**
 * What a person chose for the whole program.
 *
 * @param theme light, dark or as the system
 * @param language language tag such as {@code en}; empty for the system's
 * @param threads processor threads for training and answering, 0 for the engine's choice
 * @param awake whether trainings keep the machine from falling asleep
 * @param told whether the desktop tells that a training has ended, while nobody looks at the window
 */
public record Preferences(Theme theme, String language, int threads, boolean awake, boolean told) {
  /** Nothing chosen. */
  public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, "", 0, true, true);

  /** How the window looks. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Preferences {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative");
    }
  }

  /** A copy with another theme. */
  public Preferences with(Theme other) {
    return new Preferences(other, language, threads, awake, told);
  }

  /** A copy with another language. */
  public Preferences withLanguage(String other) {
    return new Preferences(theme, other, threads, awake, told);
  }

  /** A copy with another number of threads. */
  public Preferences withThreads(int other) {
    return new Preferences(theme, language, other, awake, told);
  }

  /** A copy in which trainings keep the machine awake, or do not. */
  public Preferences withAwake(boolean other) {
    return new Preferences(theme, language, threads, other, told);
  }

  /** A copy in which the desktop tells that a training has ended, or does not. */
  public Preferences withTold(boolean other) {
    return new Preferences(theme, language, threads, awake, other);
  }
}
