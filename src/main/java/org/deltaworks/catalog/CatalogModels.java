package org.deltaworks.catalog;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.models.ModelStore;
import org.jdbi.v3.core.mapper.RowMapper;

/** The list of base models in SQLite. */
final class CatalogModels implements ModelStore {
  private final Database database;
  private final RowMapper<ModelEntry> mapper;
  private final HomePaths paths;

  CatalogModels(Database database, HomePaths paths) {
    this.database = database;
    this.paths = paths;
    this.mapper =
        (row, context) ->
            new ModelEntry(
                row.getString("name"),
                paths.load(row.getString("folder")).toString(),
                row.getString("model_type"),
                row.getLong("parameters"),
                row.getLong("bytes"),
                row.getString("license"),
                Columns.text(row, "sha256"));
  }

  @Override
  public List<ModelEntry> list() {
    return database.read(
        handle -> handle.createQuery("SELECT * FROM models ORDER BY name").map(mapper).list());
  }

  @Override
  public Optional<ModelEntry> find(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM models WHERE name = ?")
                .bind(0, name)
                .map(mapper)
                .findOne());
  }

  @Override
  public ModelEntry put(ModelEntry entry) {
    database.change(
        handle ->
            handle.execute(
                "INSERT OR REPLACE INTO models"
                    + " (name, folder, model_type, parameters, bytes, license, sha256)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                entry.name(),
                paths.store(entry.folder()),
                entry.modelType(),
                entry.parameters(),
                entry.bytes(),
                entry.license(),
                entry.sha256().orElse(null)));
    return find(entry.name()).orElse(entry);
  }

  @Override
  public void remove(String name) {
    database.change(handle -> handle.execute("DELETE FROM models WHERE name = ?", name));
  }

  @Override
  public Optional<FileCheck> check(String path, long size, long modifiedMillis) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM file_checks WHERE path = ? AND size = ? AND modified = ?")
                .bind(0, paths.store(path))
                .bind(1, size)
                .bind(2, modifiedMillis)
                .map(
                    (row, context) ->
                        new FileCheck(
                            path,
                            size,
                            modifiedMillis,
                            row.getString("sha256"),
                            Columns.text(row, "not_finite")))
                .findOne());
  }

  @Override
  public void putCheck(FileCheck check) {
    database.change(
        handle ->
            handle.execute(
                "INSERT OR REPLACE INTO file_checks (path, size, modified, sha256, not_finite)"
                    + " VALUES (?, ?, ?, ?, ?)",
                paths.store(check.path()),
                check.size(),
                check.modifiedMillis(),
                check.sha256(),
                check.notFinite().orElse(null)));
  }
}
