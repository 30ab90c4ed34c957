package org.deltaworks.domain.models;

import java.util.List;
import java.util.Optional;

/** The catalog's list of base models, and what was verified about their files. */
public interface ModelStore {
  /** All of them, by name. */
  List<ModelEntry> list();

  /** One by name. */
  Optional<ModelEntry> find(String name);

  /** Adds or replaces by name. */
  ModelEntry put(ModelEntry entry);

  /** Forgets one; its files are not touched. */
  void remove(String name);

  /**
   * What was found for a file of this path, size and modification time, if it was looked at before.
   */
  Optional<FileCheck> check(String path, long size, long modifiedMillis);

  /** Keeps what was found. */
  void putCheck(FileCheck check);

  /**
   * A model as the catalog knows it.
   *
   * @param name unique name
   * @param folder absolute path of its folder
   * @param modelType such as {@code llama}
   * @param parameters how many numbers
   * @param bytes size of its weight files
   * @param license what its card says, or empty
   * @param sha256 hash over its weight files, once known
   */
  record ModelEntry(
      String name,
      String folder,
      String modelType,
      long parameters,
      long bytes,
      String license,
      Optional<String> sha256) {
    /** A copy that knows the hash. */
    public ModelEntry withHash(String known) {
      return new ModelEntry(
          name, folder, modelType, parameters, bytes, license, Optional.of(known));
    }
  }

  /**
   * What reading a whole weight file found, kept by path, size and time so that it is done once.
   *
   * @param path absolute path
   * @param size bytes
   * @param modifiedMillis time of last change
   * @param sha256 hash of the file
   * @param notFinite name of the first tensor that holds NaN or infinity, if any
   */
  record FileCheck(
      String path, long size, long modifiedMillis, String sha256, Optional<String> notFinite) {}
}
