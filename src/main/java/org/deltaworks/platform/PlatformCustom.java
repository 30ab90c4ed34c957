package org.deltaworks.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where programs of this operating system keep a user's data: the XDG base directories on Linux,
 * Library on macOS, Local App Data on Windows.
 *
 * @param system name of the operating system as Java tells it
 * @param userHome the user's own folder
 * @param environment the process's variables
 */
record PlatformCustom(String system, Path userHome, Map<String, String> environment) {
  static PlatformCustom ofThisMachine() {
    return new PlatformCustom(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /** A variable that is set and not blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  Path dataFolder() {
    if (isMac()) {
      return userHome.resolve("Library/Application Support/Deltaworks");
    }
    return isWindows()
        ? localAppData().resolve("home")
        : xdg("XDG_DATA_HOME", ".local/share").resolve("deltaworks");
  }

  Path cacheFolder() {
    if (isMac()) {
      return userHome.resolve("Library/Caches/Deltaworks");
    }
    return isWindows()
        ? localAppData().resolve("cache")
        : xdg("XDG_CACHE_HOME", ".cache").resolve("deltaworks");
  }

  private Path localAppData() {
    return variable("LOCALAPPDATA")
        .map(Path::of)
        .orElseGet(() -> userHome.resolve("AppData").resolve("Local"))
        .resolve("Deltaworks");
  }

  /** The XDG specification ignores relative paths. */
  private Path xdg(String name, String otherwise) {
    return variable(name)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> userHome.resolve(otherwise));
  }

  private boolean isMac() {
    return system.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  private boolean isWindows() {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
