package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.settings.SettingsStore;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.Wakefulness;
import org.deltaworks.text.TokenizerNatives;

/**
 * The process of one run. Its main thread loads libtorch and owns every tensor; meanwhile another
 * gets the run and reads model, tokenizer and rows.
 */
final class TrainingChild {
  private static final int DONE = 0;
  private static final int NOT_MINE = 3;
  private static final int BROKEN = 1;

  private final Assignment assignment;
  private final EndRequest end;
  private final QueueDuty queue;

  TrainingChild(Assignment assignment, EndRequest end, QueueDuty queue) {
    this.assignment = assignment;
    this.end = end;
    this.queue = queue;
  }

  /** Trains; every outcome is written down when it returns. */
  int run() {
    Folders folders = Folders.find(Optional.of(assignment.home()));
    Path natives = folders.cache();
    TokenizerNatives.keepIn(natives);
    FutureTask<Catalog> opening = start("catalog", () -> Catalog.open(folders));
    FutureTask<Optional<Prepared>> preparing =
        start("rows", () -> assignment.prepare(result(opening), folders));
    try {
      Libtorch torch = Libtorch.start(natives, assignment.threads());
      Optional<Prepared> prepared = result(preparing);
      Optional<RunBook> book = assignment.take(result(opening), folders);
      if (prepared.isEmpty() || book.isEmpty()) {
        return NOT_MINE;
      }
      end.trainingBegins();
      prepared.get().notes().forEach(book.get()::note);
      try (Wakefulness ignored = awake(book.get())) {
        new ShrinkingTraining(torch, book.get(), end).run(prepared.get());
      }
      return DONE;
    } catch (Throwable thrown) {
      return fail(preparing, thrown);
    } finally {
      close(opening, folders);
    }
  }

  private static Wakefulness awake(RunBook book) {
    boolean wanted = !book.catalog().settings().get(SettingsStore.AWAKE).orElse("").equals("false");
    return wanted ? Wakefulness.ask() : Wakefulness.none();
  }

  private int fail(FutureTask<Optional<Prepared>> preparing, Throwable thrown) {
    Problem problem = Explanation.of(thrown);
    System.err.println(problem.line());
    if (problem.kind() == Problem.Kind.DEFECT) {
      thrown.printStackTrace();
    }
    try {
      waitFor(preparing);
      return assignment.fail(problem) ? DONE : BROKEN;
    } catch (Exception catalogIsGone) {
      catalogIsGone.printStackTrace();
      return BROKEN;
    }
  }

  /** Only then is it known whether the run was taken. */
  private static void waitFor(FutureTask<Optional<Prepared>> preparing)
      throws InterruptedException {
    try {
      preparing.get();
    } catch (ExecutionException e) {
      // It is what is being told, or comes after it.
    }
  }

  private void close(FutureTask<Catalog> opening, Folders folders) {
    try (Catalog catalog = result(opening)) {
      queue.wake(catalog, folders);
    } catch (Exception catalogIsGone) {
      System.err.println(
          "The catalog could not be left as it should: " + catalogIsGone.getMessage());
    }
  }

  private static <T> FutureTask<T> start(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static <T> T result(FutureTask<T> task) throws Exception {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
