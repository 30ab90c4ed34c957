package org.deltaworks.catalog;

import java.nio.file.Path;

/**
 * Keeps paths inside the home folder relative to it, so that the folder may be moved; others stay
 * absolute.
 */
record HomePaths(Path home) {
  String store(Path path) {
    Path absolute = home.resolve(path).normalize();
    return absolute.startsWith(home)
        ? home.relativize(absolute).toString().replace('\\', '/')
        : absolute.toString();
  }

  String store(String path) {
    return store(Path.of(path));
  }

  Path load(String stored) {
    return home.resolve(stored).normalize();
  }
}
