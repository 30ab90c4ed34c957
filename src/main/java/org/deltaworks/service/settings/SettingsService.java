package org.deltaworks.service.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Consumer;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Subscription;

/** Keeps the preferences in a small file of the home folder. Any thread. */
public final class SettingsService {
  private static final System.Logger LOG = System.getLogger(SettingsService.class.getName());

  private final Path home;
  private final Path file;
  private final Listeners<Preferences> listeners = new Listeners<>();
  private volatile Preferences current;

  /** Reads the preferences of a home folder; what cannot be read is as if never chosen. */
  public SettingsService(Path home) {
    this.home = home;
    this.file = home.resolve("preferences.properties");
    this.current = read(file);
  }

  /** The home folder: catalog, adapters, runs and logs lie there. */
  public Path home() {
    return home;
  }

  /** What is chosen now. */
  public Preferences current() {
    return current;
  }

  /** Chooses and keeps. */
  public synchronized void change(Preferences next) {
    if (next.equals(current)) {
      return;
    }
    AtomicFiles.writeText(
        file,
        "theme=%s%nlanguage=%s%nthreads=%d%n"
            .formatted(next.theme(), next.language(), next.threads()));
    current = next;
    listeners.publish(next);
  }

  /** Hears every change. */
  public Subscription follow(Consumer<Preferences> receiver) {
    return listeners.add(receiver);
  }

  private static Preferences read(Path file) {
    Properties said = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        said.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(System.Logger.Level.WARNING, "preferences cannot be read: " + file, e);
      }
    }
    String theme = said.getProperty("theme", "");
    return new Preferences(
        Arrays.stream(Preferences.Theme.values())
            .filter(t -> t.name().equals(theme))
            .findFirst()
            .orElse(Preferences.Theme.SYSTEM),
        said.getProperty("language", ""),
        threads(said.getProperty("threads", "0")));
  }

  private static int threads(String text) {
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
