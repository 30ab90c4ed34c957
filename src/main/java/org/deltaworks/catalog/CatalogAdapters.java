package org.deltaworks.catalog;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.jdbi.v3.core.Handle;

/** The shelf of adapters in SQLite. */
final class CatalogAdapters implements AdapterStore {
  private final Database database;
  private final AdapterRows rows;
  private final Clock clock;

  CatalogAdapters(Database database, AdapterRows rows, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<Adapter> list() {
    return database.read(handle -> rows.list(handle, AdapterRows.ON_THE_SHELF));
  }

  @Override
  public Optional<Adapter> find(String name) {
    return database.read(
        handle ->
            rows.list(handle, AdapterRows.ON_THE_SHELF + " AND name = ?", name).stream()
                .findFirst());
  }

  @Override
  public Adapter add(Adapter draft) {
    if (!Files.isDirectory(draft.folder())) {
      throw Problem.of(
              Kind.NOT_FOUND,
              "The adapter's folder %s does not exist.".formatted(draft.folder()),
              "Write the folder first, then add it.")
          .asException();
    }
    return database.write(
        handle -> {
          AdapterRows.requireFree(handle, draft.name(), 0);
          return rows.get(handle, rows.insert(handle, draft, draft.name(), draft.folder(), null));
        });
  }

  @Override
  public Adapter rename(long id, String name) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      throw Problem.at(
              "name", Kind.WRONG_USAGE, "An adapter needs a name.", "Write a name and try again.")
          .asException();
    }
    return database.write(
        handle -> {
          AdapterRows.requireFree(handle, wanted, id);
          handle.execute("UPDATE adapters SET name = ? WHERE id = ?", wanted, id);
          return rows.get(handle, id);
        });
  }

  @Override
  public Adapter annotate(long id, String notes, List<String> tags, int rating) {
    if (rating < 0 || rating > 5) {
      throw new IllegalArgumentException("a rating is 0 to 5, not " + rating);
    }
    return database.write(
        handle -> {
          rows.get(handle, id);
          handle.execute(
              "UPDATE adapters SET notes = ?, rating = ? WHERE id = ?", notes, rating, id);
          AdapterRows.putTags(handle, id, tags);
          return rows.get(handle, id);
        });
  }

  @Override
  public void discard(long id) {
    database.change(
        handle -> {
          rows.get(handle, id);
          handle.execute("UPDATE adapters SET discarded = ? WHERE id = ?", clock.millis(), id);
        });
  }

  @Override
  public void restore(long id) {
    database.change(
        handle -> {
          AdapterRows.requireFree(handle, rows.get(handle, id).name(), id);
          handle.execute("UPDATE adapters SET discarded = NULL WHERE id = ?", id);
        });
  }

  @Override
  public void purge(long id) {
    database.change(handle -> purge(handle, id));
  }

  private void purge(Handle handle, long id) {
    if (handle.execute("DELETE FROM adapters WHERE id = ? AND discarded NOT NULL", id) == 0) {
      throw Problem.of(
              Kind.CONFLICT,
              "The adapter %s is not in the bin.".formatted(rows.get(handle, id).name()),
              "Put it in the bin first.")
          .asException();
    }
  }

  @Override
  public List<Adapter> missing() {
    return list().stream().filter(adapter -> !Files.isDirectory(adapter.folder())).toList();
  }

  @Override
  public List<Adapter> discarded() {
    return database.read(
        handle -> rows.list(handle, "writer_process IS NULL AND discarded NOT NULL"));
  }
}
