package org.deltaworks.ui.shell;

/** Tells a person who looks at something else. Called off the window's thread; never throws. */
@FunctionalInterface
public interface Announcer {
  /** Shows a notice on the desktop, where there is one. */
  void announce(String title, String text);
}
