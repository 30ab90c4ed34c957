package org.deltaworks.platform;

import java.util.Objects;

/** Which version of the program this is. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The version of the packaged program; {@code development} when run from compiled classes. */
  public static String text() {
    return Objects.requireNonNullElse(
        ProgramVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
