package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deltaworks.Main;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.Folders;

/** What tests that kill have in common: a run worth killing, and what must hold after each kill. */
final class Killing {
  /** How many kills of each sort; {@code -Ddeltaworks.kills=100} is the long form. */
  static final int KILLS = Integer.getInteger("deltaworks.kills", 3);

  /** The same seed, the same moments, as far as the system allows. */
  static final long SEED = Long.getLong("deltaworks.kill.seed", 1);

  /** {@code -Ddeltaworks.test.patience=900} for a machine that is busy with other work. */
  static final Duration PATIENCE =
      Duration.ofSeconds(Long.getLong("deltaworks.test.patience", 180));

  private Killing() {}

  /** Dropout, shuffling, tests and checkpoints: everything that a resume could get wrong. */
  static TrainingDraft draft(Path folder, String name, int steps) throws IOException {
    List<String> rows =
        IntStream.range(0, 60)
            .mapToObj(i -> "{\"text\": \"Tale %d: the boat number %d came home.\"}".formatted(i, i))
            .toList();
    return TrainingDraft.empty()
        .with(Setting.MODEL, OpenHome.model())
        .with(Setting.DATA, Files.write(folder.resolve("tales.jsonl"), rows).toString())
        .with(Setting.NAME, name)
        .with(Setting.DROPOUT, "0.2")
        .with(Setting.BATCH_SIZE, "4")
        .with(Setting.ACCUMULATE, "2")
        .with(Setting.STEPS, Integer.toString(steps))
        .with(Setting.LEARNING_RATE, "3e-3")
        .with(Setting.EVAL_EVERY, "20")
        .with(Setting.SAVE_EVERY, "7")
        .with(Setting.THREADS, "1");
  }

  /** Starts a process of ours on this home: the window, or the command that these words are. */
  static Process start(Path home, List<String> words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(words);
    line.addAll(List.of("--home", home.toString()));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("started.log").toFile()))
        .start();
  }

  /** What the processes that were started so said. */
  static String said(Path home) throws IOException {
    return Files.readString(home.resolve("started.log"));
  }

  static List<Double> losses(OpenHome home, long run) {
    return home.bench.runs().history(run, 0).steps().stream().map(Run.StepPoint::loss).toList();
  }

  static List<Double> evaluations(OpenHome home, long run) {
    return home.bench.runs().history(run, 0).evaluations().stream()
        .map(Run.EvaluationPoint::loss)
        .toList();
  }

  /** The bytes of what a run published. */
  static byte[] weights(OpenHome home, Run run) throws IOException {
    Adapter adapter = home.bench.adapters().find(run.result().orElseThrow());
    return Files.readAllBytes(adapter.folder().resolve(AdapterPublisher.WEIGHTS));
  }

  /** No catalog that fails its own check, no adapter without its files, no half a folder in use. */
  static void check(Path home) throws IOException {
    Folders folders = Folders.find(Optional.of(home));
    try (Catalog catalog = Catalog.open(folders)) {
      assertThat(catalog.check()).isEmpty();
      for (Adapter adapter : catalog.adapters().list()) {
        assertThat(adapter.folder().resolve(AdapterPublisher.WEIGHTS)).isNotEmptyFile();
        assertThat(adapter.folder().resolve(AdapterPublisher.CONFIGURATION)).isNotEmptyFile();
      }
    }
  }

  /** Whether something is being written in this folder: what is hidden there has no name yet. */
  static boolean writing(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.anyMatch(path -> path.getFileName().toString().endsWith(".part"));
    } catch (IOException notThereYet) {
      return false;
    }
  }

  /** Waits, looking often; false if it did not come in time. */
  static boolean within(Duration time, BooleanSupplier event) throws InterruptedException {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      if (event.getAsBoolean()) {
        return true;
      }
      Thread.sleep(1);
    }
    return false;
  }

  /** The run once it is so, whatever else it is until then. */
  static Run await(OpenHome home, long id, Predicate<Run> wanted) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Run run = home.bench.runs().get(id);
      if (wanted.test(run)) {
        return run;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("not in time: " + home.bench.runs().get(id));
  }
}
