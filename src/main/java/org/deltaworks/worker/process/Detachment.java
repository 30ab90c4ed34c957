package org.deltaworks.worker.process;

import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Makes a child outlive the terminal and the window that started it: a closed terminal (HUP) and
 * its Ctrl-C (INT) go to everybody in it, but a run belongs to the catalog.
 */
final class Detachment {
  private static final List<String> SIGNALS = List.of("HUP", "INT");

  private Detachment() {}

  /** From here on those signals do nothing. */
  static void fromTerminal() {
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
      } catch (IllegalArgumentException notOnThisSystem) {
        System.getLogger(Detachment.class.getName())
            .log(System.Logger.Level.DEBUG, "signal " + name + " is not known here");
      }
    }
  }
}
