package org.deltaworks.ui.navigation;

/** Goes places; the shell is one, screens are given one. FX thread only. */
public interface Navigator {
  /** Shows the place and remembers where one was. */
  void go(Place place);

  /** Goes where one was before; does nothing on the first place. */
  void back();
}
