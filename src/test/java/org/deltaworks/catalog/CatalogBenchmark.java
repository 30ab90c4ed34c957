package org.deltaworks.catalog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.Folders;

/**
 * Measures a catalog of 10,000 runs with 1,000 points each, the size it must bear without the
 * screen noticing. Run it with {@code mvn -q test-compile exec:exec@catalog-benchmark}; a smaller
 * one takes {@code -Dcatalog.runs=1000}.
 */
public final class CatalogBenchmark {
  private CatalogBenchmark() {}

  /** Fills a catalog in a temporary folder and tells how long everything took. */
  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    int points = Integer.parseInt(arguments[1]);
    Path home = Files.createTempDirectory("catalog-benchmark");
    try {
      Folders folders = new Folders(home, Path.of("target", "cache"));
      Catalog.open(folders).close();
      fill(folders, runs, points);
      System.out.printf(
          "%,d runs of %,d points, %,d MB%n",
          runs, points, Files.size(folders.catalog()) / 1_000_000);
      try (Catalog catalog = tell("open", 1, () -> Catalog.open(folders))) {
        List<Run> all = tell("list() the first time", 1, () -> catalog.runs().list());
        tell("list()", 20, () -> catalog.runs().list());
        List<Long> shown = all.stream().limit(50).map(Run::id).toList();
        tell("sparklines of 50", 20, () -> catalog.runs().sparklines(shown));
        tell("find by name", 100, () -> catalog.runs().find("run-77"));
        tell("whole history", 20, () -> catalog.runs().history(77, 0));
        tell("history after the last step", 100, () -> catalog.runs().history(77, points));
        long id = CatalogFixture.running(catalog, "live", 0).id();
        int[] step = {0};
        tell(
            "append a step",
            1_000,
            () -> {
              catalog.runs().append(id, CatalogFixture.step(++step[0], 1.0 / step[0]));
              return true;
            });
        tell("ask for a wish", 1_000, () -> catalog.runs().takeWish(id));
      }
    } finally {
      FileTree.delete(home);
    }
  }

  /** Writes the rows in bulk: one by one would take an hour. */
  public static void fill(Folders folders, int runs, int points) {
    try (Database database = Database.open(folders.catalog())) {
      Sparkline line = Sparkline.EMPTY;
      for (int i = 1; i <= points; i++) {
        line = line.plus(3.0 / i);
      }
      byte[] sparkline = line.bytes();
      database.change(
          handle -> {
            String numbers =
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)";
            handle.execute(
                numbers
                    + " INSERT INTO runs (name, state, said, defaults, model, created, started,"
                    + " ended, planned_steps, result) SELECT 'run-' || i, 'finished',"
                    + " replace(?, '\"7\"', '\"' || i || '\"'), ?,"
                    + " 'polder', i, i, i + 1000, 1000, 'run-' || i FROM n",
                runs,
                DraftText.said(CatalogFixture.draft()),
                DraftText.defaults());
            handle.execute(
                "INSERT INTO run_progress SELECT id, ?, 0.003, 0.5, ? FROM runs",
                points,
                sparkline);
            handle.execute(
                numbers
                    + " INSERT INTO steps SELECT runs.id, i, i, 3.0 / i, 0.5, 0.0002, 1000, 400,"
                    + " 0.25 FROM runs, n ORDER BY 1, 2",
                points);
          });
    }
  }

  /** Time on the wall, and of the processor: the latter is true on a busy machine too. */
  private static <T> T tell(String what, int times, Supplier<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] wall = new long[times];
    long[] processor = new long[times];
    T result = null;
    for (int i = 0; i < times; i++) {
      long before = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      result = work.get();
      wall[i] = System.nanoTime() - start;
      processor[i] = threads.getCurrentThreadCpuTime() - before;
    }
    Arrays.sort(wall);
    Arrays.sort(processor);
    System.out.printf(
        "%-28s median %8.2f ms (processor %8.2f), worst %8.2f ms%n",
        what, wall[times / 2] / 1e6, processor[times / 2] / 1e6, wall[times - 1] / 1e6);
    return Objects.requireNonNull(result);
  }
}
