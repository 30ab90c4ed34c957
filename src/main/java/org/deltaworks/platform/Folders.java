package org.deltaworks.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The home folder and what lies in it. {@code catalog.db} is the only file of that ending there.
 *
 * @param home absolute path of the folder that holds catalog, models, adapters, runs and logs
 * @param cache per-user folder for unpacked native libraries; never under {@code home}
 */
public record Folders(Path home, Path cache) {
  /** Environment variable that chooses the home folder. */
  public static final String HOME_VARIABLE = "DELTAWORKS_HOME";

  public Folders {
    home = home.toAbsolutePath().normalize();
    cache = cache.toAbsolutePath().normalize();
  }

  /**
   * The folders of this process.
   *
   * @param asked what {@code --home} says; else {@code DELTAWORKS_HOME}; else the platform's custom
   */
  public static Folders find(Optional<Path> asked) {
    return find(asked, PlatformCustom.ofThisMachine());
  }

  static Folders find(Optional<Path> asked, PlatformCustom custom) {
    Path home =
        asked.or(() -> custom.variable(HOME_VARIABLE).map(Path::of)).orElseGet(custom::dataFolder);
    return new Folders(home, custom.cacheFolder());
  }

  /** The catalog's file. */
  public Path catalog() {
    return home.resolve("catalog.db");
  }

  /** Where copies of the catalog lie that were made before a migration. */
  public Path backups() {
    return home.resolve("backups");
  }

  /** Where downloaded and converted models lie. */
  public Path models() {
    return home.resolve("models");
  }

  /** Where published and imported adapters lie, one folder each. */
  public Path adapters() {
    return home.resolve("adapters");
  }

  /** Where runs keep their checkpoints, one folder each. */
  public Path runs() {
    return home.resolve("runs");
  }

  /** Folder of one run. */
  public Path run(long id) {
    return runs().resolve(Long.toString(id));
  }

  /** Where the logs lie. */
  public Path logs() {
    return home.resolve("logs");
  }

  /** Makes all of them, or says in plain words why not; removes what dead processes left. */
  public Folders prepare() {
    for (Path folder : List.of(home, models(), adapters(), runs(), logs())) {
      AtomicFiles.ensureFolder(folder);
    }
    for (Path folder : List.of(home, models(), adapters(), runs())) {
      StaleParts.clean(folder);
    }
    return this;
  }
}
