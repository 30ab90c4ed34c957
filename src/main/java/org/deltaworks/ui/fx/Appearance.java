package org.deltaworks.ui.fx;

/** Which theme a person wants. */
public enum Appearance {
  /** As the rest of the computer. */
  SYSTEM("As the system"),
  LIGHT("Light"),
  DARK("Dark");

  private final String label;

  Appearance(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }
}
