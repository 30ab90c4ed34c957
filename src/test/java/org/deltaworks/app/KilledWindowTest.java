package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deltaworks.Main;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills (signal 9) the processes that people look through, the window and the command that starts a
 * training: the training itself goes on, and the catalog stays whole. {@code
 * -Ddeltaworks.kills=100} is the long form.
 */
class KilledWindowTest {
  private static final int LONGEST_LIFE = 6000;

  @TempDir private Path folder;
  private OpenHome home;
  private final Random random = new Random(Killing.SEED);

  @BeforeEach
  void open() throws IOException {
    home = new OpenHome(folder);
  }

  @AfterEach
  void close() {
    if (home != null) {
      home.close();
    }
  }

  @Test
  void aWindowThatIsKilledTakesNothingWithIt() throws Exception {
    Run run = home.bench.training().start(Killing.draft(folder, "long", 1_000_000));
    for (int i = 0; i < Killing.KILLS; i++) {
      int before = home.bench.runs().get(run.id()).progress().step();
      killed(List.of());
      Killing.check(folder);
      home.until(run.id(), r -> r.state() == RunState.RUNNING && r.progress().step() > before);
    }
    home.bench.runs().pause(run.id());
    Run end = home.end(run);
    assertThat(end.state()).isEqualTo(RunState.PAUSED);
    assertThat(Killing.losses(home, run.id())).hasSize(end.progress().step());
    System.out.println("windows killed: " + Killing.KILLS);
  }

  @Test
  void aCommandThatIsKilledLeavesARunThatGoesOnOrNone() throws Exception {
    int went = 0;
    for (int i = 0; i < Killing.KILLS; i++) {
      String name = "run-" + i;
      killed(List.of("train", "--config", recipe(name).toString()));
      // Whoever was asked for a run and sees that nobody waits any more, ends by itself.
      Thread.sleep(1500);
      Optional<Run> run =
          home.bench.runs().list().stream().filter(r -> r.name().equals(name)).findFirst();
      if (run.isPresent()) {
        assertThat(home.end(run.get()).state()).isEqualTo(RunState.FINISHED);
        went++;
      }
      Killing.check(folder);
    }
    System.out.println("commands killed: " + Killing.KILLS + ", runs that went on: " + went);
  }

  private Path recipe(String name) throws IOException {
    Path file = folder.resolve(name + ".recipe.json");
    home.bench.recipes().write(file, Killing.draft(folder, name, 20));
    return file;
  }

  /** Starts a process of ours on this home and kills it at some moment of its life. */
  private void killed(List<String> words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(words);
    line.addAll(List.of("--home", folder.toString()));
    File log = folder.resolve("killed.log").toFile();
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    process.waitFor(random.nextLong(LONGEST_LIFE), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }
}
