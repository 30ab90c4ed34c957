package org.deltaworks.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.FileTree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long a training waits for the catalog at each step, and the list of 100 runs, in a catalog of
 * 100 runs. Started by {@code SpeedBenchmark}; {@link CatalogBenchmark} has the large catalog.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CatalogSpeed {
  private Path home = Path.of("");
  private Catalog catalog;
  private long run;
  private int step;

  /** Fills a catalog. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    home = Files.createTempDirectory("catalog-speed");
    catalog = Catalog.open(CatalogFixture.folders(home));
    for (int i = 0; i < 99; i++) {
      CatalogFixture.running(catalog, "run-" + i, 5);
    }
    run = CatalogFixture.running(catalog, "live", 0).id();
  }

  /** Takes it away. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    catalog.close();
    FileTree.delete(home);
  }

  /** One step, committed. */
  @Benchmark
  public int append() {
    catalog.runs().append(run, CatalogFixture.step(++step, 1.0 / step));
    return step;
  }

  /** All runs. */
  @Benchmark
  public List<Run> list() {
    return catalog.runs().list();
  }
}
