package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training of every weight that was interrupted goes on as if nothing had been. */
class WholeResumeTest {
  private static final int STEPS = 8;
  private static final int HALF = 4;

  @Test
  void lossesAfterABreakAreThoseWithoutOneToTheLastBit(@TempDir Path folder) {
    List<Double> unbroken = run(new RecordingWorld(folder.resolve("one")), Optional.empty());
    Path broken = folder.resolve("two");
    List<Double> together =
        new ArrayList<>(run(new RecordingWorld(broken, HALF, Wish.PAUSE), Optional.empty()));
    assertThat(together).hasSize(HALF);
    Path checkpoint = broken.resolve(CheckpointFiles.folderName(HALF));
    together.addAll(run(new RecordingWorld(folder.resolve("three")), Optional.of(checkpoint)));
    assertThat(together).hasSize(STEPS).isEqualTo(unbroken);
  }

  private static List<Double> run(RecordingWorld world, Optional<Path> checkpoint) {
    Reference reference = Reference.of("llama");
    try (Workspace work = Workspace.open(Engines.torch(), reference.model().model().decoder())) {
      WholeModel whole = WholeModel.of(work, reference.model());
      TrainingLoop loop =
          new TrainingLoop(
              whole.decoder(),
              whole.trained(),
              Plans.of(
                  "steps",
                  "8",
                  "method",
                  "full",
                  "lr",
                  "3e-3",
                  "batch-size",
                  "2",
                  "warmup",
                  "2",
                  "schedule",
                  "cosine"),
              reference.rows(),
              List.of(),
              world);
      checkpoint.ifPresent(from -> loop.resume(new TreeMap<>(Map.of(HALF, from))));
      loop.run(0);
    }
    return world.losses();
  }
}
