package org.deltaworks.service.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.deltaworks.domain.settings.SettingsStore;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Subscription;

/** What a person chose for the whole program. Any thread; changing writes to the catalog. */
public final class SettingsService {
  private static final String THEME = "window.theme";
  private static final String LANGUAGE = "window.language";
  private static final String THREADS = "engine.threads";
  private static final String TOLD = "window.told-of-ends";

  private final Path home;
  private final SettingsStore store;
  private final Listeners<Preferences> listeners = new Listeners<>();
  private volatile Preferences current;

  /** Reads the preferences of a home folder; what makes no sense is as if never chosen. */
  public SettingsService(Path home, SettingsStore store) {
    this.home = home;
    this.store = store;
    this.current = read();
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
    store.put(THEME, next.theme().name());
    store.put(LANGUAGE, next.language());
    store.put(THREADS, Integer.toString(next.threads()));
    store.put(SettingsStore.AWAKE, Boolean.toString(next.awake()));
    store.put(TOLD, Boolean.toString(next.told()));
    current = next;
    listeners.publish(next);
  }

  /** Hears every change. */
  public Subscription follow(Consumer<Preferences> receiver) {
    return listeners.add(receiver);
  }

  private Preferences read() {
    String theme = store.get(THEME).orElse("");
    return new Preferences(
        Arrays.stream(Preferences.Theme.values())
            .filter(t -> t.name().equals(theme))
            .findFirst()
            .orElse(Preferences.Theme.SYSTEM),
        store.get(LANGUAGE).orElse(""),
        threads(store.get(THREADS).orElse("0")),
        isOn(SettingsStore.AWAKE),
        isOn(TOLD));
  }

  /** What is on unless somebody turned it off. */
  private boolean isOn(String key) {
    return !store.get(key).orElse("").equals("false");
  }

  private static int threads(String text) {
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
