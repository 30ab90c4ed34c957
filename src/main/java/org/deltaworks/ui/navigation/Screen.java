package org.deltaworks.ui.navigation;

import javafx.scene.Node;

/**
 * A screen as the shell sees it. It is made when first visited and kept. FX thread only.
 *
 * <p>{@link #show} is called on every visit, {@link #hide} when one leaves: what follows the
 * catalog by reading it again and again stops there.
 */
public interface Screen {
  /** Its root; the same at every call. */
  Node node();

  /** Shows what the place asks for; the shell passes only places that belong to this screen. */
  void show(Place place);

  /** Called when another screen takes its place. */
  default void hide() {}
}
