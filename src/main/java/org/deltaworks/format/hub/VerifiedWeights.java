package org.deltaworks.format.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.ModelStore.FileCheck;
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
  /**
   * One hash over the weight files.
   *
   * @param cancelled asked after every few megabytes
   * @throws org.deltaworks.domain.problem.ProblemException if a file holds NaN or infinity, or
   *     cannot be read
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public String sha256(ModelFiles model, BooleanSupplier cancelled) {
    List<FileCheck> checks = new ArrayList<>();
    for (Path file : WeightCheck.files(model)) {
      FileCheck check = known(file, cancelled);
      check
          .notFinite()
          .ifPresent(
              tensor -> {
                throw damaged(model, file, tensor);
              });
      checks.add(check);
    }
    return WeightCheck.combined(checks);
  }

  private FileCheck known(Path file, BooleanSupplier cancelled) {
    try {
      return store
          .check(file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis())
          .orElseGet(() -> read(file, cancelled));
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private FileCheck read(Path file, BooleanSupplier cancelled) {
    FileCheck check = new WeightCheck(new SafetensorsReader()).check(file, cancelled, done -> {});
    store.putCheck(check);
    return check;
  }

  private static RuntimeException damaged(ModelFiles model, Path file, String tensor) {
    return Problem.of(
            Problem.Kind.BAD_MODEL,
            "The weights of %s are damaged: \"%s\" in %s holds NaN or infinity."
                .formatted(model.model().name(), tensor, file.getFileName()),
            "Download the model again; nothing learnt on damaged weights is any good.")
        .asException();
  }
}
