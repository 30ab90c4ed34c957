package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deltaworks.Main;
import org.deltaworks.app.Composition;
import org.deltaworks.domain.training.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own: signals, death, and runs that outlive it. */
class OwnProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** A person's token of the hub, in every process's environment and to be nowhere else. */
  private static final String TOKEN = "hf_TheTokenThatNobodyMayWriteDown";

  @TempDir private Path folder;

  private Path home = Path.of("unset");
  private Path data = Path.of("unset");
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    home = folder.resolve("home");
    String row = "{\"prompt\": \"Who lives by the water?\", \"completion\": \"The miller.\"}\n";
    data = Files.writeString(folder.resolve("data.jsonl"), row.repeat(8));
  }

  /** The commands first, then the trainings: nobody writes into the folder any more. */
  @AfterEach
  void endEverything() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    try (Composition composition = Composition.open(Optional.of(home))) {
      composition.workbench().runs().list().stream()
          .filter(run -> !run.state().atRest())
          .forEach(run -> composition.workbench().runs().kill(run.id()));
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && ProcessHandle.allProcesses().anyMatch(this::isOurs)) {
      Thread.sleep(50);
    }
    assertThatNobodyWroteTheToken();
  }

  /** Neither catalog nor log, neither answer nor error, whatever the test did. */
  private void assertThatNobodyWroteTheToken() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(TOKEN);
      }
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().map(line -> line.contains(home.toString())).orElse(false);
  }

  private Process start(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    line.add("-Ddeltaworks.assets=" + System.getProperty("deltaworks.assets", "assets"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--json", "--home", home.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(folder.resolve("out-" + started.size()).toFile())
            .redirectError(folder.resolve("err-" + started.size()).toFile());
    builder.environment().put("HF_TOKEN", TOKEN);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private JsonNode result(int number) throws IOException {
    String out = Files.readString(folder.resolve("out-" + number)).strip();
    return new ObjectMapper().readTree(out.lines().reduce((a, b) -> b).orElseThrow());
  }

  private Process train(String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "train",
                "--model",
                ReferenceRun.model().toString(),
                "--data",
                data.toString(),
                "--name",
                "long",
                "--steps",
                "1000000",
                "--eval-every",
                "1000000",
                "--eval-fraction",
                "0"));
    line.addAll(List.of(more));
    return start(line.toArray(String[]::new));
  }

  private Run untilStep(int step) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    try (Composition composition = Composition.open(Optional.of(home))) {
      while (Instant.now().isBefore(end)) {
        Optional<Run> run = composition.workbench().runs().list().stream().findFirst();
        if (run.isPresent() && run.get().progress().step() >= step) {
          return run.get();
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("the run did not come to step " + step);
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    Assumptions.assumeFalse(
        ignoresInterrupts(process),
        "these tests were started in the background of a shell that has its children ignore"
            + " Ctrl-C");
    signal("INT", process.pid());
  }

  /** What a process inherits ignored, Java leaves ignored. */
  private static boolean ignoresInterrupts(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static void signal(String name, long process) throws IOException, InterruptedException {
    Assumptions.assumeFalse(
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows"),
        "Windows has no signals to send");
    new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
  }

  @Test
  void ctrlCStopsTheRunAndKeepsWhatItLearnt() throws Exception {
    Process train = train();
    untilStep(3);
    interrupt(train);
    assertThat(train.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(train.exitValue()).isZero();
    JsonNode result = result(0);
    assertThat(result.get("state").asText()).isEqualTo("stopped");
    assertThat(result.get("adapter").asText()).isEqualTo("long");
    assertThat(result.get("losses")).hasSizeGreaterThanOrEqualTo(3);
    Process show = start("adapters", "show", "long");
    assertThat(show.waitFor()).isZero();
    assertThat(Path.of(result(1).get("folder").asText()).resolve("adapter_model.safetensors"))
        .isRegularFile();
  }

  @Test
  void ctrlCBeforeTheRunIsWrittenDownGivesItUpAndSaysSo() throws Exception {
    Process train = train();
    untilAChildIsAsked();
    interrupt(train);
    assertThat(train.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(train.exitValue()).isEqualTo(1);
    assertThat(result(0).at("/error/message").asText()).contains("interrupted");
    assertThat(start("runs", "list").waitFor()).isZero();
    assertThat(result(1).get("runs")).isEmpty();
  }

  private void untilAChildIsAsked() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Path runs = home.resolve("runs");
    while (Instant.now().isBefore(end)) {
      if (Files.isDirectory(runs)) {
        try (Stream<Path> folders = Files.list(runs)) {
          if (folders.anyMatch(run -> Files.exists(run.resolve("process")))) {
            return;
          }
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no process was asked to train");
  }

  @Test
  void aTrainingThatTheSystemEndsRestsAndGoesOnLater() throws Exception {
    Process train = train();
    Run run = untilStep(3);
    long child = run.owner().orElseThrow().processId();
    signal("TERM", child);
    assertThat(train.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(result(0).get("state").asText()).isEqualTo("paused");
    assertThat(Files.readString(folder.resolve("err-0"))).contains("The system asked");
    assertThat(Path.of("hs_err_pid" + child + ".log")).doesNotExist();
    int steps = result(0).get("steps").asInt();
    assertThat(start("runs", "resume", "long", "--detach").waitFor()).isZero();
    untilStep(steps + 1);
    assertThat(start("runs", "stop", "long").waitFor()).isZero();
    assertThat(result(2).get("losses").get(0)).isEqualTo(result(0).get("losses").get(0));
  }

  @Test
  void aRunOutlivesItsCommandAndCanBePausedAndResumedByOthers() throws Exception {
    Process train = train();
    untilStep(2);
    train.destroyForcibly().waitFor();
    int later = untilStep(4).progress().step();
    assertThat(start("runs", "pause", "long").waitFor()).isZero();
    JsonNode paused = result(1);
    assertThat(paused.get("state").asText()).isEqualTo("paused");
    assertThat(paused.get("steps").asInt()).isGreaterThanOrEqualTo(later);
    assertThat(start("runs", "resume", "long", "--detach").waitFor()).isZero();
    untilStep(paused.get("steps").asInt() + 1);
    assertThat(start("runs", "stop", "long").waitFor()).isZero();
    JsonNode stopped = result(3);
    assertThat(stopped.get("state").asText()).isEqualTo("stopped");
    assertThat(stopped.get("adapter").asText()).isEqualTo("long");
    assertThat(stopped.get("losses").get(0)).isEqualTo(paused.get("losses").get(0));
  }

  @Test
  void aKilledTrainingIsToldWithinFiveSeconds() throws Exception {
    Process train = train();
    Run run = untilStep(2);
    ProcessHandle child = ProcessHandle.of(run.owner().orElseThrow().processId()).orElseThrow();
    assertThat(child.info().commandLine().orElse("")).doesNotContain(TOKEN);
    Instant killed = Instant.now();
    child.destroyForcibly();
    assertThat(train.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(train.exitValue()).isEqualTo(1);
    assertThat(result(0).at("/error/kind").asText()).isEqualTo("worker-died");
    assertThat(result(0).get("state").asText()).isEqualTo("failed");
    List<String> told = Files.readAllLines(folder.resolve("err-0"));
    assertThat(told.getLast()).startsWith("deltaworks: ").contains("Resume the run");
    assertThat(told.stream().filter(line -> line.contains("ended unexpectedly"))).hasSize(1);
  }
}
