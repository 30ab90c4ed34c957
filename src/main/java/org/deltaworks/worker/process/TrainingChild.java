package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.platform.Folders;
import org.deltaworks.text.TokenizerNatives;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * The process of one run. Its main thread loads libtorch and owns every tensor; meanwhile another
 * takes the run and reads model, tokenizer and rows.
 */
final class TrainingChild {
  private static final int DONE = 0;
  private static final int NOT_MINE = 3;
  private static final int BROKEN = 1;

  private final ChildArguments.Train arguments;
  private final Folders folders;

  TrainingChild(ChildArguments.Train arguments) {
    this.arguments = arguments;
    this.folders = Folders.find(Optional.of(arguments.home()));
  }

  /** Trains; every outcome is in the catalog when it returns. */
  int run() {
    Path natives = folders.cache();
    TokenizerNatives.keepIn(natives);
    FutureTask<Optional<RunBook>> opening =
        start("catalog", () -> RunBook.claim(folders, arguments.run(), arguments.since()));
    FutureTask<Optional<Prepared>> preparing =
        start("rows", () -> result(opening).map(book -> new Preparation(book).prepare()));
    try {
      Libtorch torch = Libtorch.start(natives, arguments.threads());
      Optional<Prepared> prepared = result(preparing);
      if (prepared.isEmpty()) {
        System.err.println("Run " + arguments.run() + " is not waiting for a process.");
        return NOT_MINE;
      }
      new Training(torch, result(opening).orElseThrow(), prepared.get()).run();
      return DONE;
    } catch (Throwable thrown) {
      return fail(opening, thrown);
    } finally {
      close(opening);
    }
  }

  private static int fail(FutureTask<Optional<RunBook>> opening, Throwable thrown) {
    Problem problem = Explanation.of(thrown);
    System.err.println(problem.line());
    if (problem.kind() == Problem.Kind.DEFECT) {
      thrown.printStackTrace();
    }
    try {
      Optional<RunBook> book = result(opening);
      book.ifPresent(b -> b.fail(problem));
      return book.isPresent() ? DONE : BROKEN;
    } catch (Exception catalogIsGone) {
      catalogIsGone.printStackTrace();
      return BROKEN;
    }
  }

  private static void close(FutureTask<Optional<RunBook>> opening) {
    try {
      result(opening).ifPresent(RunBook::close);
    } catch (Exception neverOpened) {
      System.err.println("The catalog was not open: " + neverOpened.getMessage());
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
