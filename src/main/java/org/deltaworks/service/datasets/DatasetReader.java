package org.deltaworks.service.datasets;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.training.TrainingPlan;

/** Port: reads data files. Every method throws a problem exception for what cannot be read. */
public interface DatasetReader {
  /** Counts and recognises a whole file. */
  DatasetEntry describe(String name, Path file);

  /** The first rows. */
  DatasetPreview preview(Path file, int rows);

  /** Lengths in a model's tokens. */
  LengthSummary lengths(Path file, String model, TrainingPlan.LossOn lossOn, int maxLength);

  /** Tokens of one row. */
  List<LabelledToken> tokens(Path file, String model, TrainingPlan.LossOn lossOn, int row);
}
