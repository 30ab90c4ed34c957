package org.deltaworks.ui.control;

import java.net.URI;
import java.nio.file.Path;

/** Opens things in other programs; an interface because a window without a display has none. */
public interface Opener {
  /** Shows a folder in the file manager. */
  void folder(Path folder);

  /** Shows a page in the browser. */
  void page(URI address);
}
