package org.deltaworks.domain.datasets;

import java.util.List;
import java.util.Optional;

/** The catalog's list of data files. */
public interface DatasetStore {
  /** All of them, by name. */
  List<DatasetEntry> list();

  /** One by name. */
  Optional<DatasetEntry> find(String name);

  /** Adds or replaces by name. */
  DatasetEntry put(DatasetEntry entry);

  /** Forgets one; the file is not touched. */
  void remove(String name);

  /**
   * A data file as the catalog knows it.
   *
   * @param name unique name
   * @param path absolute path of the file
   * @param form how its rows are read, such as {@code prompt/completion}
   * @param rows how many rows
   * @param bytes size of the file
   * @param sha256 hash of the file
   */
  record DatasetEntry(
      String name, String path, String form, long rows, long bytes, String sha256) {}
}
