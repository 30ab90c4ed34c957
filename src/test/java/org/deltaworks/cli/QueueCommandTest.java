package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue from the command line, over a real catalog and with the processes that fill it. */
class QueueCommandTest {
  @TempDir private Path folder;
  private RealInstallation deltaworks = new RealInstallation(Path.of("unset"));
  private Path data = Path.of("unset");

  @BeforeEach
  void prepare() throws IOException {
    deltaworks = new RealInstallation(folder.resolve("home"));
    data = Files.writeString(folder.resolve("rows.jsonl"), "{\"text\": \"The boat came.\"}\n");
  }

  /** A keeper that still looks would keep the folder from going. */
  @AfterEach
  void untilTheKeeperHasEnded() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end) && ProcessHandle.allProcesses().anyMatch(this::isOurs)) {
      Thread.sleep(100);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().map(line -> line.contains(folder.toString())).orElse(false);
  }

  private Call train(String name, String... more) {
    List<String> line =
        new ArrayList<>(List.of("train", "--model", ReferenceRun.model().toString(), "--data"));
    line.addAll(List.of(data.toString(), "--name", name, "--steps", "2"));
    line.addAll(List.of("--eval-fraction", "0"));
    line.addAll(List.of(more));
    return deltaworks.call(line.toArray(String[]::new));
  }

  private static List<String> names(JsonNode answer) {
    List<String> names = new ArrayList<>();
    answer.get("queue").forEach(row -> names.add(row.get("run").asText()));
    return names;
  }

  @Test
  void runsWaitForTheNightInTheOrderOneGivesThem() {
    // The clock showed this a minute ago, so it is tomorrow's.
    String tomorrow = LocalTime.now().minusMinutes(1).truncatedTo(ChronoUnit.MINUTES).toString();
    Call added = train("first", "--at", tomorrow);
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.json().get("state").asText()).isEqualTo("queued");
    assertThat(Call.of(deltaworks, "queue", "list").out())
        .contains("not before")
        .contains("The computer has to be on then", "after a restart nothing starts until");
    assertThat(Call.of(deltaworks, "queue", "hold").out())
        .as("what is held waits for no clock")
        .doesNotContain("The computer has to be on");
    deltaworks.call("queue", "hold", "--until", tomorrow);
    assertThat(added.json().get("place").asInt()).isEqualTo(1);
    Instant start = Instant.parse(added.json().get("not_before").asText());
    assertThat(start)
        .isBetween(
            Instant.now().plus(Duration.ofHours(22)), Instant.now().plus(Duration.ofHours(25)));
    assertThat(train("second", "--queue", "--at", tomorrow).exit()).isZero();
    assertThat(names(deltaworks.call("queue", "list").json())).containsExactly("first", "second");
    assertThat(names(deltaworks.call("queue", "move", "second", "first").json()))
        .containsExactly("second", "first");
    JsonNode held = deltaworks.call("queue", "hold", "second").json().get("queue");
    assertThat(held.get(0).get("held").asBoolean()).isTrue();
    assertThat(held.get(0).get("not_before").isNull()).isTrue();
    assertThat(held.get(1).get("held").asBoolean()).isFalse();
    assertThat(names(deltaworks.call("queue", "cancel", "first").json())).containsExactly("second");
    assertThat(deltaworks.call("runs", "show", "first").json().get("state").asText())
        .isEqualTo("stopped");
    Call again = deltaworks.call("queue", "cancel", "first");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.json().at("/error/message").asText()).contains("does not wait");
    assertThat(deltaworks.call("queue", "release").exit()).isZero();
    assertThat(deltaworks.call("runs", "follow", "second").json().get("state").asText())
        .isEqualTo("finished");
    assertThat(names(deltaworks.call("queue", "list").json())).isEmpty();
  }

  @Test
  void aTimeThatIsNoneIsWrongUsage() {
    Call call = deltaworks.call("queue", "hold", "--until", "25:00");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.json().at("/error/option").asText()).isEqualTo("--until");
  }
}
