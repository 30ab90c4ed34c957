package org.deltaworks.catalog;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.datasets.DatasetStore;
import org.jdbi.v3.core.mapper.RowMapper;

/** The list of data files in SQLite. */
final class CatalogDatasets implements DatasetStore {
  private final Database database;
  private final RowMapper<DatasetEntry> mapper;
  private final HomePaths paths;

  CatalogDatasets(Database database, HomePaths paths) {
    this.database = database;
    this.paths = paths;
    this.mapper =
        (row, context) ->
            new DatasetEntry(
                row.getString("name"),
                paths.load(row.getString("path")).toString(),
                row.getString("form"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getString("sha256"));
  }

  @Override
  public List<DatasetEntry> list() {
    return database.read(
        handle -> handle.createQuery("SELECT * FROM datasets ORDER BY name").map(mapper).list());
  }

  @Override
  public Optional<DatasetEntry> find(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM datasets WHERE name = ?")
                .bind(0, name)
                .map(mapper)
                .findOne());
  }

  @Override
  public DatasetEntry put(DatasetEntry entry) {
    database.change(
        handle ->
            handle.execute(
                "INSERT OR REPLACE INTO datasets (name, path, form, rows, bytes, sha256)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                entry.name(),
                paths.store(entry.path()),
                entry.form(),
                entry.rows(),
                entry.bytes(),
                entry.sha256()));
    return find(entry.name()).orElse(entry);
  }

  @Override
  public void remove(String name) {
    database.change(handle -> handle.execute("DELETE FROM datasets WHERE name = ?", name));
  }
}
