package org.deltaworks.domain.generation;

/**
 * An adapter and how strongly it speaks.
 *
 * @param adapter catalog name or folder
 * @param strength factor on its scaling: 0 is off, 1 as trained
 */
public record AdapterChoice(String adapter, double strength) {
  public AdapterChoice {
    if (!Double.isFinite(strength)) {
      throw new IllegalArgumentException("the strength must be a number");
    }
  }

  /** Reads {@code NAME} or {@code NAME@0.5}. */
  public static AdapterChoice parse(String text) {
    int at = text.lastIndexOf('@');
    if (at > 0) {
      try {
        return new AdapterChoice(text.substring(0, at), Double.parseDouble(text.substring(at + 1)));
      } catch (NumberFormatException e) {
        return new AdapterChoice(text, 1);
      }
    }
    return new AdapterChoice(text, 1);
  }
}
