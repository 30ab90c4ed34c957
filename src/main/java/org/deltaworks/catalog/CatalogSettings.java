package org.deltaworks.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.settings.SettingsStore;

/** What a person chose, in SQLite. */
final class CatalogSettings implements SettingsStore {
  private final Database database;

  CatalogSettings(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> get(String key) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT value FROM settings WHERE key = ?")
                .bind(0, key)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery("SELECT key, value FROM settings ORDER BY key")
                    .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                    .list())
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  @Override
  public void put(String key, String value) {
    database.change(
        handle ->
            handle.execute(
                "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", key, value));
  }

  @Override
  public void remove(String key) {
    database.change(handle -> handle.execute("DELETE FROM settings WHERE key = ?", key));
  }
}
