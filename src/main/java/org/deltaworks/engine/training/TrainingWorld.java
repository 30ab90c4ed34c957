package org.deltaworks.engine.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.TrainingEvent;

/** What surrounds a training: who hears of it, who may interrupt it, where its checkpoints go. */
public interface TrainingWorld {
  /** Something happened. */
  void happened(TrainingEvent event);

  /** A wish that was left, taken at the end of every step. */
  Optional<RunStore.Wish> wish();

  /** Folder for checkpoints; a folder {@code step-N} appears in it for each. */
  Path checkpoints();

  /** The held-out rows were evaluated after these steps; a chance to answer sample prompts. */
  void evaluated(int step);

  /**
   * What a person calls a row that is learnt from, such as "row 17".
   *
   * @param row 0 for the first
   */
  String nameOf(int row);

  /**
   * Rows of the largest micro-batch, if it is to be tried as soon as the engine is warm; asked
   * once, after the first step.
   */
  Optional<List<Integer>> toTry();

  /** It was tried, forward and back, which took so many seconds; what it taught was forgotten. */
  void tried(double seconds);

  /** A checkpoint folder is about to be removed because newer ones are enough. */
  void forgotten(int step);
}
