package org.deltaworks.format.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.domain.models.WeightFinding;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.platform.FileTrouble;

/**
 * A model's weight files read to their end, once: what was found is kept by path, size and time, so
 * that the second look costs nothing.
 *
 * @param store keeps what was found
 */
public record VerifiedWeights(ModelStore store) {
  /** What is known without reading the files again; absent while one of them was never read. */
  public Optional<WeightFinding> known(ModelFiles model) {
    List<FileCheck> checks =
        WeightCheck.files(model).stream().flatMap(file -> known(file).stream()).toList();
    return checks.size() == WeightCheck.files(model).size()
        ? Optional.of(finding(checks))
        : Optional.empty();
  }

  /**
   * Reads what was not read yet; takes seconds for each gigabyte.
   *
   * @param cancelled asked after every few megabytes
   * @param progress told the bytes of the model read so far
   * @throws org.deltaworks.domain.problem.ProblemException if a file cannot be read
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public WeightFinding look(ModelFiles model, BooleanSupplier cancelled, LongConsumer progress) {
    List<FileCheck> checks = new ArrayList<>();
    long before = 0;
    for (Path file : WeightCheck.files(model)) {
      long start = before;
      FileCheck check =
          known(file).orElseGet(() -> read(file, cancelled, done -> progress.accept(start + done)));
      checks.add(check);
      before += check.size();
    }
    return finding(checks);
  }

  /**
   * One hash over the weight files of a model that must be sound.
   *
   * @param cancelled as for {@link #look}
   * @throws org.deltaworks.domain.problem.ProblemException if a file holds NaN or infinity, or
   *     cannot be read
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public String sha256(ModelFiles model, BooleanSupplier cancelled) {
    WeightFinding finding = look(model, cancelled, done -> {});
    finding
        .notFinite()
        .ifPresent(
            tensor -> {
              throw damaged(model, tensor);
            });
    return finding.sha256();
  }

  private static WeightFinding finding(List<FileCheck> checks) {
    return new WeightFinding(
        WeightCheck.combined(checks),
        checks.stream().flatMap(c -> c.notFinite().stream()).findFirst());
  }

  private Optional<FileCheck> known(Path file) {
    try {
      return store.check(
          file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private FileCheck read(Path file, BooleanSupplier cancelled, LongConsumer progress) {
    FileCheck check = new WeightCheck(new SafetensorsReader()).check(file, cancelled, progress);
    store.putCheck(check);
    return check;
  }

  private static RuntimeException damaged(ModelFiles model, String tensor) {
    return Problem.of(
            Problem.Kind.BAD_MODEL,
            "The weights of %s are damaged: \"%s\" holds NaN or infinity."
                .formatted(model.model().name(), tensor),
            "Download the model again; nothing learnt on damaged weights is any good.")
        .asException();
  }
}
