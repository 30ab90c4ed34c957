package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand runs are no burden; {@link CatalogBenchmark} measures them with all their points.
 */
class LargeCatalogTest {
  private static final int RUNS = 10_000;

  @Test
  void aListNeverLooksAtPointsAndSortsNothing(@TempDir Path home) {
    Folders folders = CatalogFixture.folders(home);
    Catalog.open(folders).close();
    CatalogBenchmark.fill(folders, 20, 10);
    try (Database database = Database.open(folders.catalog())) {
      List<String> plan =
          database.read(
              handle ->
                  handle
                      .createQuery("EXPLAIN QUERY PLAN " + RunRows.LIST)
                      .map((row, context) -> row.getString("detail"))
                      .list());
      assertThat(plan)
          .containsExactly("SCAN r", "SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN");
    }
  }

  @Test
  void tenThousandRunsAreListedInAFifthOfASecondAndLookedAtInHalfOfThat(@TempDir Path home) {
    Folders folders = CatalogFixture.folders(home);
    Catalog.open(folders).close();
    CatalogBenchmark.fill(folders, RUNS, 10);
    try (Catalog catalog = Catalog.open(folders)) {
      RunStore runs = catalog.runs();
      List<Run> all = runs.list();
      assertThat(all).hasSize(RUNS);
      assertThat(all.getFirst().name()).isEqualTo("run-10000");
      assertThat(runs.standings()).isEqualTo(all.stream().map(Run::standing).toList());
      assertThat(milliseconds(runs::standings)).as("several times a second").isLessThan(100);
      assertThat(milliseconds(runs::list)).as("once").isLessThan(200);
      long oldest = all.getLast().id();
      assertThat(runs.history(oldest, 4).steps()).hasSize(6);
      assertThat(runs.sparklines(List.of(oldest)).get(oldest)).hasSize(10);
    }
  }

  /**
   * The best of many tries in processor time: neither a busy machine nor a compiler that is not
   * warm yet fails the test.
   */
  private static double milliseconds(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 25; i++) {
      long before = threads.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    return best / 1e6;
  }
}
