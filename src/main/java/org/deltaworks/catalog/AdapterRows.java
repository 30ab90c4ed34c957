package org.deltaworks.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.Adapter.Lineage;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.ProcessIdentity;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of the tables adapters and adapter_tags as records, and back. */
final class AdapterRows {
  /** Complete and not in the bin. */
  static final String ON_THE_SHELF = "writer_process IS NULL AND discarded IS NULL";

  private final HomePaths paths;

  AdapterRows(HomePaths paths) {
    this.paths = paths;
  }

  List<Adapter> list(Handle handle, String where, Object... keys) {
    Map<Long, List<String>> tags =
        handle
            .createQuery("SELECT adapter_id, tag FROM adapter_tags ORDER BY tag")
            .map((row, context) -> Map.entry(row.getLong("adapter_id"), row.getString("tag")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    var query = handle.createQuery("SELECT * FROM adapters WHERE " + where + " ORDER BY id DESC");
    for (int i = 0; i < keys.length; i++) {
      query.bind(i, keys[i]);
    }
    return query
        .map((row, context) -> read(row, tags.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  Adapter get(Handle handle, long id) {
    List<Adapter> found = list(handle, "writer_process IS NULL AND id = ?", id);
    if (found.isEmpty()) {
      throw unknown(id);
    }
    return found.getFirst();
  }

  static ProblemException unknown(long id) {
    return Problem.of(
            Kind.NOT_FOUND,
            "There is no adapter number %d.".formatted(id),
            "It may have been deleted; look at the list of adapters.")
        .asException();
  }

  private Adapter read(ResultSet row, List<String> tags) throws SQLException {
    return new Adapter(
        row.getLong("id"),
        row.getString("name"),
        paths.load(row.getString("folder")),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getInt("rank"),
        row.getDouble("alpha"),
        row.getString("targets"),
        row.getLong("parameters"),
        row.getLong("bytes"),
        new Lineage(
            row.getString("base_model"),
            Columns.text(row, "base_sha256"),
            Columns.text(row, "run"),
            Columns.text(row, "data_sha256"),
            Columns.text(row, "tokenizer_sha256"),
            Columns.text(row, "template_sha256"),
            Columns.text(row, "engine")),
        Columns.number(row, "evaluation_loss"),
        row.getString("notes"),
        tags,
        row.getInt("rating"));
  }

  /** Adds a row; with a writer it is in no list until the writer is done. */
  long insert(
      Handle handle, Adapter draft, String name, Path folder, @Nullable ProcessIdentity writer) {
    Lineage lineage = draft.lineage();
    long id =
        handle
            .createUpdate(
                """
                INSERT INTO adapters (name, folder, created, rank, alpha, targets, parameters, bytes,
                  base_model, base_sha256, run, data_sha256, tokenizer_sha256, template_sha256, engine,
                  evaluation_loss, notes, rating, writer_process, writer_started)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
            .bind(0, name)
            .bind(1, paths.store(folder))
            .bind(2, draft.created().toEpochMilli())
            .bind(3, draft.rank())
            .bind(4, draft.alpha())
            .bind(5, draft.targets())
            .bind(6, draft.parameters())
            .bind(7, draft.bytes())
            .bind(8, lineage.baseModel())
            .bind(9, lineage.baseSha256())
            .bind(10, lineage.run())
            .bind(11, lineage.dataSha256())
            .bind(12, lineage.tokenizerSha256())
            .bind(13, lineage.templateSha256())
            .bind(14, lineage.engine())
            .bind(15, draft.evaluationLoss())
            .bind(16, draft.notes())
            .bind(17, draft.rating())
            .bind(18, writer == null ? null : Long.valueOf(writer.processId()))
            .bind(19, writer == null ? null : Long.valueOf(writer.startedMillis()))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    putTags(handle, id, draft.tags());
    return id;
  }

  static void putTags(Handle handle, long id, List<String> tags) {
    handle.execute("DELETE FROM adapter_tags WHERE adapter_id = ?", id);
    for (String tag : tags) {
      if (!tag.isBlank()) {
        handle.execute(
            "INSERT OR IGNORE INTO adapter_tags (adapter_id, tag) VALUES (?, ?)", id, tag.strip());
      }
    }
  }

  /** Refuses a name that is on the shelf or about to come. */
  static void requireFree(Handle handle, String name, long exceptId) {
    boolean taken =
        handle
            .createQuery("SELECT 1 FROM adapters WHERE name = ? AND discarded IS NULL AND id <> ?")
            .bind(0, name)
            .bind(1, exceptId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (taken) {
      throw Problem.at(
              "name",
              Kind.CONFLICT,
              "There is an adapter called %s already.".formatted(name),
              "Choose another name.")
          .asException();
    }
  }
}
