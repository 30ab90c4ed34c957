package org.deltaworks.service.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.hub.WeightCheck;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.service.task.Progress;
import org.deltaworks.service.task.Work;

/**
 * Reads whole weight files once, beside other work: their hash, and whether a number in them is
 * none. What was found is kept by path, size and time. Any thread but the window's.
 */
public final class ModelCheckService {
  private final ModelStore store;
  private final ModelFolder folders = ModelFolder.ofKnownFamilies();
  private final WeightCheck check = new WeightCheck(new SafetensorsReader());

  /** Keeps what it finds in this store. */
  public ModelCheckService(ModelStore store) {
    this.store = store;
  }

  /**
   * What was found in a model's files.
   *
   * @param sha256 hash over its weight files
   * @param notFinite the first tensor that holds NaN or infinity, if any
   */
  public record Result(String sha256, Optional<String> notFinite) {}

  /** What is known without reading the files again; absent while one of them was never read. */
  public Optional<Result> known(Path folder) {
    List<FileCheck> found = new ArrayList<>();
    for (Path file : WeightCheck.files(folders.read(folder))) {
      Optional<FileCheck> one = known(folder, file);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found.add(one.get());
    }
    return Optional.of(result(found));
  }

  /**
   * Reads what was not read yet; takes seconds for each gigabyte.
   *
   * @param name the model's name in the catalog, which learns the hash
   * @throws org.deltaworks.domain.problem.ProblemException if a file cannot be read
   */
  public Result check(String name, Path folder, Work.Job job) {
    ModelFiles model = folders.read(folder);
    long whole = model.model().bytes();
    List<FileCheck> found = new ArrayList<>();
    long before = 0;
    for (Path file : WeightCheck.files(model)) {
      long start = before;
      FileCheck one =
          known(folder, file)
              .orElseGet(
                  () ->
                      check.check(
                          file,
                          job::cancelled,
                          done -> job.report(Progress.of(start + done, whole, "Reading"))));
      store.putCheck(one);
      found.add(one);
      before += one.size();
    }
    Result result = result(found);
    store.find(name).ifPresent(entry -> store.put(withHash(entry, result.sha256())));
    return result;
  }

  private Optional<FileCheck> known(Path folder, Path file) {
    try {
      return store.check(
          file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at a file of " + folder, e);
    }
  }

  private static Result result(List<FileCheck> checks) {
    return new Result(
        WeightCheck.combined(checks),
        checks.stream().flatMap(c -> c.notFinite().stream()).findFirst());
  }

  private static ModelStore.ModelEntry withHash(ModelStore.ModelEntry entry, String sha256) {
    return new ModelStore.ModelEntry(
        entry.name(),
        entry.folder(),
        entry.modelType(),
        entry.parameters(),
        entry.bytes(),
        entry.license(),
        Optional.of(sha256));
  }
}
