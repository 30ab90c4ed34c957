package org.deltaworks.app;

import javafx.animation.AnimationTimer;

/**
 * Waits until a window that was just shown has been drawn. Each pulse waits for the picture of the
 * one before, so at the third the first picture is on the screen.
 */
final class FirstFrame extends AnimationTimer {
  private static final int PULSES = 3;

  private final Runnable drawn;
  private int pulses;

  private FirstFrame(Runnable drawn) {
    this.drawn = drawn;
  }

  /** Call it on the window's thread when the window was shown; {@code drawn} runs there too. */
  static void then(Runnable drawn) {
    new FirstFrame(drawn).start();
  }

  @Override
  public void handle(long now) {
    if (++pulses == PULSES) {
      stop();
      drawn.run();
    }
  }
}
