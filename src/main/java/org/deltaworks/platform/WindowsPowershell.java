package org.deltaworks.platform;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where Windows has its own PowerShell. Asked for by its bare name, Windows would look into the
 * folder of the program and the current folder first, where anything may lie under that name.
 */
final class WindowsPowershell {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z]:[\\\\/].*");

  private WindowsPowershell() {}

  /** Its file on this machine. */
  static String file() {
    return file(System.getenv());
  }

  /**
   * Its file.
   *
   * @param environment tells the folder of the system; one that is no whole path is not trusted
   */
  static String file(Map<String, String> environment) {
    String said = environment.getOrDefault("SystemRoot", "");
    String root =
        ABSOLUTE.matcher(said).matches() ? said.replaceAll("[\\\\/]+$", "") : "C:\\Windows";
    return root + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  }
}
