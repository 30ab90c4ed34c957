package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent.Chosen;
import org.deltaworks.domain.training.TrainingEvent.Evaluated;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few rows at a high rate are soon learnt by heart: what did best on other rows is the result. */
class BestStateTest {
  private static final List<TokenizedRow> ROWS = TinyTraining.rows(4, 1);
  private static final List<TokenizedRow> OTHERS = TinyTraining.rows(6, 2);

  @TempDir private Path folder;

  @Test
  void whatDidBestOnTheHeldOutRowsIsTheResult() {
    RecordingWorld world = new RecordingWorld(folder.resolve("all"));
    List<LoraPair> result = training("steps", "40").run(world);
    Chosen chosen = chosen(world).getFirst();
    Evaluated best =
        tests(world).stream().min(Comparator.comparingDouble(Evaluated::loss)).orElseThrow();
    assertThat(chosen.step()).isEqualTo(best.step()).isLessThan(40);
    assertThat(chosen.loss()).isEqualTo(best.loss());
    RecordingWorld until = new RecordingWorld(folder.resolve("until"), chosen.step(), Wish.PAUSE);
    List<LoraPair> then = training("steps", "40").run(until);
    assertThat(TinyTraining.numbers(result)).isEqualTo(TinyTraining.numbers(then));
  }

  @Test
  void outOfPatienceItEndsAndTheBestIsTheResult() {
    RecordingWorld world = new RecordingWorld(folder);
    training("steps", "400", "patience", "2").run(world);
    int end = world.steps().getLast().step();
    assertThat(end).isLessThan(400);
    assertThat(chosen(world)).singleElement().extracting(Chosen::step).isEqualTo(end - 4);
    assertThat(world.events)
        .filteredOn(Noted.class::isInstance)
        .anyMatch(event -> ((Noted) event).message().contains("No better in the last 2 tests"));
  }

  @Test
  void aRunThatIsStoppedAfterItsBestGoesBackToIt() {
    RecordingWorld world = new RecordingWorld(folder, 40, Wish.STOP);
    training("steps", "400").run(world);
    assertThat(chosen(world)).hasSize(1);
  }

  @Test
  void aRunThatIsStillGettingBetterKeepsItsLastState() {
    RecordingWorld world = new RecordingWorld(folder);
    new TinyTraining(Plans.of("steps", "6", "batch-size", "2", "eval-every", "2"), ROWS, ROWS)
        .run(world);
    assertThat(chosen(world)).isEmpty();
  }

  @Test
  void theBestIsKeptHoweverOldItIs() {
    RecordingWorld world = new RecordingWorld(folder);
    training("steps", "40", "save-every", "1", "keep", "1").run(world);
    assertThat(folder.resolve("step-" + chosen(world).getFirst().step())).isDirectory();
    assertThat(folder.resolve("step-39")).isDirectory();
    assertThat(folder).isDirectoryNotContaining("glob:**/step-38");
  }

  @Test
  void aDamagedBestIsToldAndTheLastStateCounts() throws IOException {
    RecordingWorld world =
        new RecordingWorld(folder, 40, Wish.STOP) {
          @Override
          public java.util.Optional<Wish> wish() {
            if (steps().size() == 40) {
              saved().forEach(BestStateTest::spoil);
            }
            return super.wish();
          }
        };
    training("steps", "400", "save-every", "1000").run(world);
    assertThat(chosen(world)).isEmpty();
    assertThat(world.events)
        .filteredOn(Noted.class::isInstance)
        .anyMatch(event -> ((Noted) event).message().contains("now the last one counts"));
  }

  private List<Path> saved() {
    try (var inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void spoil(Path checkpoint) {
    try {
      Files.writeString(checkpoint.resolve("state.safetensors"), "no");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TinyTraining training(String... more) {
    String[] usual = {"batch-size", "2", "lr", "5e-2", "schedule", "constant", "eval-every", "2"};
    String[] words = new String[usual.length + more.length];
    System.arraycopy(usual, 0, words, 0, usual.length);
    System.arraycopy(more, 0, words, usual.length, more.length);
    return new TinyTraining(Plans.of(words), ROWS, OTHERS);
  }

  private static List<Chosen> chosen(RecordingWorld world) {
    return world.events.stream().filter(Chosen.class::isInstance).map(Chosen.class::cast).toList();
  }

  private static List<Evaluated> tests(RecordingWorld world) {
    return world.events.stream()
        .filter(Evaluated.class::isInstance)
        .map(Evaluated.class::cast)
        .filter(test -> test.step() > 0)
        .toList();
  }
}
