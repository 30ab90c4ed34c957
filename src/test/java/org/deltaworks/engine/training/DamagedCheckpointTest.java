package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.platform.FileTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a disk does to a checkpoint costs a run steps, never its numbers. */
class DamagedCheckpointTest {
  private static final List<TokenizedRow> ROWS = TinyTraining.rows(10, 1);
  private static final TinyTraining TRAINING =
      new TinyTraining(
          Plans.of(
              "steps", "8", "batch-size", "3", "dropout", "0.2", "lr", "1e-2", "save-every", "2"),
          ROWS,
          List.of());

  @TempDir private Path folder;
  private RecordingWorld whole;
  private List<LoraPair> learnt;
  private RecordingWorld broken;

  /** What happens to the files of the newest checkpoint. */
  enum Damage {
    A_FLIPPED_BIT,
    A_LOST_END,
    NO_STATE,
    NO_PROGRESS,
    EMPTY_PROGRESS,
    NO_SEAL,
    RUBBISH_AS_SEAL,
    ANOTHER_ORDER,
    NOTHING_LEFT
  }

  @BeforeEach
  void breakOffAfterFive() {
    whole = new RecordingWorld(folder.resolve("whole"));
    learnt = TRAINING.run(whole);
    broken = new RecordingWorld(folder.resolve("broken"), 5, Wish.PAUSE);
    TRAINING.run(broken);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void theOneBeforeIsUsedWithAWordAndTheLossesAreTheSame(Damage damage) throws IOException {
    damage(damage, broken.checkpoints().resolve("step-5"));
    RecordingWorld after = new RecordingWorld(broken.checkpoints());
    List<LoraPair> end = TRAINING.run(after, checkpoints(4, 5));
    assertThat(after.steps().getFirst().step()).isEqualTo(5);
    assertThat(after.losses()).isEqualTo(whole.losses().subList(4, 8));
    assertThat(TinyTraining.numbers(end)).isEqualTo(TinyTraining.numbers(learnt));
    assertThat(words(after))
        .anyMatch(w -> w.contains("damaged") && w.contains("goes on from the one of step 4"));
    assertThat(after.forgotten).contains(5);
  }

  @Test
  void withNoneLeftTheRunBeginsAgainWithAWord() throws IOException {
    damage(Damage.A_LOST_END, broken.checkpoints().resolve("step-4"));
    damage(Damage.A_FLIPPED_BIT, broken.checkpoints().resolve("step-5"));
    RecordingWorld after = new RecordingWorld(broken.checkpoints());
    TRAINING.run(after, checkpoints(4, 5));
    assertThat(after.losses()).isEqualTo(whole.losses());
    assertThat(words(after)).anyMatch(w -> w.contains("begins again at its first step"));
  }

  @Test
  void aFolderThatNobodyWasToldOfIsWrittenAnew() throws IOException {
    damage(Damage.A_LOST_END, broken.checkpoints().resolve("step-5"));
    RecordingWorld after = new RecordingWorld(broken.checkpoints(), 2, Wish.PAUSE);
    TRAINING.run(after, checkpoints(4));
    RecordingWorld again = new RecordingWorld(broken.checkpoints(), 1, Wish.PAUSE);
    TRAINING.run(again, checkpoints(6));
    assertThat(again.losses()).isEqualTo(whole.losses().subList(6, 7));
  }

  @Test
  void overOtherRowsARunDoesNotGoOn() {
    List<TokenizedRow> others = new ArrayList<>(ROWS);
    others.set(3, TinyTraining.rows(1, 99).getFirst());
    assertThatThrownBy(
            () ->
                new TinyTraining(TRAINING.plan(), others, List.of())
                    .run(new RecordingWorld(broken.checkpoints()), checkpoints(4, 5)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no longer those that this run began with");
    assertThat(broken.checkpoints().resolve("step-5")).isDirectory();
  }

  @Test
  void oneOfAVersionWithoutSealsIsStillRead() throws IOException {
    Path old = broken.checkpoints().resolve("step-5");
    damage(Damage.NO_SEAL, old);
    dropLines(old.resolve("progress.properties"), "rows=", "best-step=");
    RecordingWorld after = new RecordingWorld(broken.checkpoints());
    TRAINING.run(after, checkpoints(4, 5));
    assertThat(after.losses()).isEqualTo(whole.losses().subList(5, 8));
  }

  private SortedMap<Integer, Path> checkpoints(int... steps) {
    return TinyTraining.checkpoints(broken.checkpoints(), steps);
  }

  private static List<String> words(RecordingWorld world) {
    return world.events.stream()
        .filter(Noted.class::isInstance)
        .map(event -> ((Noted) event).message())
        .toList();
  }

  private static void damage(Damage damage, Path checkpoint) throws IOException {
    Path state = checkpoint.resolve("state.safetensors");
    Path progress = checkpoint.resolve("progress.properties");
    Path seal = checkpoint.resolve("sha256sums");
    switch (damage) {
      case A_FLIPPED_BIT -> flip(state);
      case A_LOST_END -> cut(state);
      case NO_STATE -> Files.delete(state);
      case NO_PROGRESS -> Files.delete(progress);
      case EMPTY_PROGRESS -> Files.writeString(progress, "");
      case NO_SEAL -> Files.delete(seal);
      case RUBBISH_AS_SEAL -> Files.writeString(seal, "no  \0\n");
      case ANOTHER_ORDER -> {
        dropLines(progress, "order=", "rows=");
        Files.delete(seal);
      }
      case NOTHING_LEFT -> FileTree.delete(checkpoint);
    }
  }

  private static void flip(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long middle = channel.size() / 2;
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, middle);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), middle);
    }
  }

  private static void cut(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 5);
    }
  }

  private static void dropLines(Path file, String... begins) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (String begin : begins) {
      lines.removeIf(line -> line.startsWith(begin));
    }
    Files.write(file, lines);
  }
}
