package org.deltaworks.ui.desk;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.ui.control.Opener;

/** Writes down what would have been opened in other programs. */
public final class Opened implements Opener {
  /** Folders and pages, oldest first. */
  public final List<String> things = new ArrayList<>();

  @Override
  public void folder(Path folder) {
    things.add(folder.toString());
  }

  @Override
  public void page(URI address) {
    things.add(address.toString());
  }
}
