package org.deltaworks.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A value that is offered to be tried. */
final class SeveralValue {
  private final String text;
  private final String label;
  private final String help;
  private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");

  /**
   * Offers a value.
   *
   * @param text as on the command line
   * @param label as people read it
   * @param help a sentence about it; may be empty
   */
  SeveralValue(String text, String label, String help, boolean ticked) {
    this.text = text;
    this.label = label;
    this.help = help;
    this.ticked.set(ticked);
  }

  String text() {
    return text;
  }

  String label() {
    return label;
  }

  String help() {
    return help;
  }

  /** Whether it will be tried. */
  BooleanProperty tickedProperty() {
    return ticked;
  }
}
