package org.deltaworks.ui.control;

import java.net.URI;
import java.nio.file.Path;
import javafx.application.HostServices;

/** Opens things with whatever the system has for them. */
public final class SystemOpener implements Opener {
  private final HostServices host;

  /** Takes the running application's door to the system. */
  public SystemOpener(HostServices host) {
    this.host = host;
  }

  @Override
  public void folder(Path folder) {
    host.showDocument(folder.toUri().toString());
  }

  @Override
  public void page(URI address) {
    host.showDocument(address.toString());
  }
}
