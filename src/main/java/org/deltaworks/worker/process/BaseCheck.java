package org.deltaworks.worker.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.WeightCheck;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.platform.FileTrouble;

/**
 * Reads the base's weight files to their end, for their sha256 and for numbers that are none, on a
 * thread of its own beside the training. It holds up no step, but an adapter is published only
 * after it.
 */
final class BaseCheck {
  private final ModelStore store;
  private final ModelFiles model;
  private final FutureTask<String> task = new FutureTask<>(this::look);

  BaseCheck(ModelStore store, ModelFiles model) {
    this.store = store;
    this.model = model;
  }

  /** Begins, once. */
  void start() {
    Thread thread = new Thread(task, "check of the base");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /**
   * Waits for the hash over the weight files.
   *
   * @throws ProblemException if a file holds NaN or infinity, or cannot be read
   */
  String sha256() throws InterruptedException {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private String look() {
    List<FileCheck> checks = new ArrayList<>();
    for (Path file : WeightCheck.files(model)) {
      FileCheck check = known(file);
      check
          .notFinite()
          .ifPresent(
              tensor -> {
                throw Problem.of(
                        Problem.Kind.BAD_MODEL,
                        "The weights of %s are damaged: \"%s\" in %s holds NaN or infinity."
                            .formatted(model.model().name(), tensor, file.getFileName()),
                        "Download the model again; what was learnt on damaged weights is not"
                            + " published.")
                    .asException();
              });
      checks.add(check);
    }
    return WeightCheck.combined(checks);
  }

  private FileCheck known(Path file) {
    try {
      return store
          .check(file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis())
          .orElseGet(() -> read(file));
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private FileCheck read(Path file) {
    FileCheck check = new WeightCheck(new SafetensorsReader()).check(file, () -> false, done -> {});
    store.putCheck(check);
    return check;
  }
}
