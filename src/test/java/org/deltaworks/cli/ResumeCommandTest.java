package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person types the morning after memory ran out on a system that does not tell so: the
 * process of the training is gone, and nobody knows why.
 */
class ResumeCommandTest {
  private static final int STEPS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private RealInstallation deltaworks = new RealInstallation(Path.of("unset"));

  @BeforeEach
  void prepare() {
    deltaworks = new RealInstallation(folder.resolve("home"));
  }

  /** A process that still writes would keep the folder from going. */
  @AfterEach
  void untilAllHaveEnded() throws InterruptedException {
    until(() -> ProcessHandle.allProcesses().noneMatch(this::isOurs));
  }

  @Test
  void withLessMemoryItGoesOnFromItsCheckpointToTheSameNumberOfSteps() throws Exception {
    assertThat(train("night", "4").exit()).isZero();
    until(() -> show("night").get("losses").size() > 6);
    kill("night");
    until(() -> show("night").get("state").asText().equals("failed"));
    assertThat(show("night").at("/error/remedy").asText()).contains("Resume the run");
    int done = show("night").get("losses").size();

    Call resumed = deltaworks.call("runs", "resume", "night", "--less-memory");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.json().get("state").asText()).isEqualTo("finished");
    assertThat(resumed.json().get("losses")).hasSize(STEPS);
    assertThat(done).as("it was killed on the way").isLessThan(STEPS);
    assertThat(show("night").toString())
        .as("half the rows at once, collected twice as often")
        .contains("--batch-size 2", "--accumulate 2");
    Call again = deltaworks.call("runs", "resume", "night", "--less-memory");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.json().at("/error/remedy").asText()).isNotBlank();
  }

  @Test
  void whatIsAsSmallAsItCanBeSaysWhatElseHelps() throws Exception {
    assertThat(train("small", "1", "--recompute", "on").exit()).isZero();
    until(() -> show("small").get("losses").size() > 0);
    kill("small");
    until(() -> show("small").get("state").asText().equals("failed"));
    Call refused = deltaworks.call("runs", "resume", "small", "--less-memory");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.json().at("/error/message").asText()).contains("as small as it can be");
    assertThat(refused.json().at("/error/remedy").asText()).contains("longest row");
    assertThat(show("small").get("state").asText()).isEqualTo("failed");
  }

  private Call train(String name, String rowsAtOnce, String... more) throws IOException {
    List<String> rows =
        IntStream.range(0, 40).mapToObj("{\"text\": \"Boat %d came home.\"}"::formatted).toList();
    Path data = Files.write(folder.resolve("rows.jsonl"), rows);
    String[] line = {
      "train",
      "--model",
      ReferenceRun.model().toString(),
      "--data",
      data.toString(),
      "--name",
      name,
      "--batch-size",
      rowsAtOnce,
      "--steps",
      Integer.toString(STEPS),
      "--save-every",
      "5",
      "--eval-fraction",
      "0",
      "--threads",
      "1",
      "--detach"
    };
    return deltaworks.call(Stream.of(line, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private JsonNode show(String name) {
    return deltaworks.call("runs", "show", name).json();
  }

  private void kill(String name) {
    try (Catalog catalog = Catalog.open(Folders.find(Optional.of(folder.resolve("home"))))) {
      long process =
          catalog.runs().find(name).flatMap(Run::owner).map(Run.Owner::processId).orElseThrow();
      ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().join();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().map(line -> line.contains(folder.toString())).orElse(false);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }
}
