package org.deltaworks.cli.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MemoryEstimate;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.training.Promise;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what a training would take, and whether this machine has it. */
@Command(
    name = "estimate",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "Tells what a training would take: memory, time, disk. Starts nothing.")
public final class EstimateCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1024.0 * 1024.0;

  private final Session session;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Spec private @Nullable CommandSpec spec;

  /** For one call. */
  public EstimateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::estimate);
  }

  private Result estimate(Workbench bench) {
    var line = Objects.requireNonNull(spec).commandLine().getParseResult();
    Promise promise = bench.estimates().estimate(options.draft(bench, line));
    return Result.of(facts(promise), words(promise));
  }

  private static Map<String, ?> facts(Promise promise) {
    Estimate estimate = promise.estimate();
    return new Facts()
        .with("trainable", estimate.trainable())
        .with("adapter_bytes", estimate.resultBytes())
        .with("memory_mb", megabytes(estimate.memory()))
        .with("seconds", estimate.seconds())
        .with("disk_bytes", estimate.diskBytes())
        .with("recompute", estimate.recompute())
        .with("free_memory_mb", promise.freeMemory() / MEBIBYTE)
        .with("free_disk_bytes", promise.freeDisk())
        .with("fits", promise.fits())
        .with("remedies", promise.remedies().stream().map(Promise.Remedy::words).toList())
        .map();
  }

  private static Map<String, Double> megabytes(MemoryEstimate memory) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("total", memory.total() / MEBIBYTE);
    memory.parts().forEach((name, bytes) -> parts.put(name, bytes / MEBIBYTE));
    return parts;
  }

  private static List<String> words(Promise promise) {
    Estimate estimate = promise.estimate();
    List<String> lines = new ArrayList<>();
    lines.add("Numbers trained: %,d".formatted(estimate.trainable()));
    lines.add("Result: %,d bytes".formatted(estimate.resultBytes()));
    lines.add("Memory, MB, as estimated (" + Promise.SPREAD + "):");
    megabytes(estimate.memory())
        .forEach(
            (part, size) -> lines.add(String.format(Locale.ROOT, "  %-12s %8.0f", part, size)));
    lines.add(String.format(Locale.ROOT, "Time: about %.0f seconds", estimate.seconds()));
    lines.add("Disk: " + Promise.size(estimate.diskBytes()));
    lines.add(promise.verdict());
    promise.remedies().forEach(remedy -> lines.add(words(remedy)));
    return lines;
  }

  private static String words(Promise.Remedy remedy) {
    return String.format(
        Locale.ROOT,
        "It would take less: %s (%s of memory, %s on the disk, about %.0f seconds).",
        remedy.words(),
        Promise.size(remedy.then().memory().total()),
        Promise.size(remedy.then().diskBytes()),
        remedy.then().seconds());
  }
}
