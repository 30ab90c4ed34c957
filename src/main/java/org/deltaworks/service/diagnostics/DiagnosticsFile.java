package org.deltaworks.service.diagnostics;

import java.nio.charset.StandardCharsets;

/**
 * One file of a bug report.
 *
 * @param name its path in the zip
 * @param about what it is, for the person who decides whether to send it
 * @param text what it says
 */
public record DiagnosticsFile(String name, String about, String text) {
  /** Its size. */
  public int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Name, size and what it is, as a line of a list. */
  public String line() {
    return "%s (%d KB): %s".formatted(name, (bytes() + 1023) / 1024, about);
  }
}
