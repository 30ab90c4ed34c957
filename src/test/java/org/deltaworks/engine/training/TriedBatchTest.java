package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is tried and forgotten leaves no trace in what the run learns. */
class TriedBatchTest {
  private static final List<TokenizedRow> ROWS = TinyTraining.rows(12, 1);
  private static final List<TokenizedRow> HELD_OUT = TinyTraining.rows(3, 2);

  /** Wants a batch to be tried, and remembers how long that took. */
  private static final class TryingWorld extends RecordingWorld {
    final List<Double> seconds = new ArrayList<>();
    int stepsBefore;

    TryingWorld(Path checkpoints) {
      super(checkpoints, 3, Wish.SAVE);
    }

    @Override
    public Optional<List<Integer>> toTry() {
      stepsBefore = steps().size();
      return Optional.of(List.of(4, 7, 9, 1));
    }

    @Override
    public void tried(double took) {
      seconds.add(took);
    }
  }

  private static TrainingPlan plan(String... more) {
    List<String> words =
        new ArrayList<>(List.of("steps", "8", "batch-size", "3", "lr", "1e-2", "keep", "9"));
    words.addAll(List.of(more));
    return Plans.of(words.toArray(String[]::new));
  }

  @Test
  void lossesAndWhatIsLearntAreTheSameToTheLastBit(@TempDir Path folder) {
    same(plan(), folder);
  }

  @Test
  void alsoWithDropoutAndRecomputation(@TempDir Path folder) {
    same(plan("dropout", "0.3", "recompute", "on", "accumulate", "2"), folder);
  }

  private static void same(TrainingPlan plan, Path folder) {
    TinyTraining training = new TinyTraining(plan, ROWS, HELD_OUT);
    RecordingWorld plain = new RecordingWorld(folder.resolve("plain"));
    var learnt = TinyTraining.numbers(training.run(plain));
    TryingWorld trying = new TryingWorld(folder.resolve("trying"));
    var learntToo = TinyTraining.numbers(training.run(trying));
    assertThat(trying.seconds).hasSize(1).allMatch(took -> took > 0);
    assertThat(trying.stepsBefore).as("after the first step").isEqualTo(1);
    assertThat(trying.losses()).hasSize(8).isEqualTo(plain.losses());
    assertThat(learntToo).isEqualTo(learnt);
    TryingWorld resumed = new TryingWorld(folder.resolve("resumed"));
    var goneOn =
        TinyTraining.numbers(
            training.run(resumed, TinyTraining.checkpoints(trying.checkpoints(), 3)));
    assertThat(resumed.losses()).hasSize(5).isEqualTo(plain.losses().subList(3, 8));
    assertThat(goneOn).isEqualTo(learnt);
  }
}
