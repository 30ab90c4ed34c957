package org.deltaworks.ui.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.service.training.AdapterFile;

/**
 * What a choice of rank and modules means, exact and at once, from shapes alone.
 *
 * @param modules how many modules are adapted, of how many
 * @param trainable numbers trained
 * @param total numbers of the base
 * @param fileBytes size of the result: an adapter's file to the byte, a whole model's numbers in
 *     float32
 * @param trainingBytes weights, gradients and the optimizer's two moments while training, float32;
 *     activations come on top and depend on the rows
 * @param fullTrainingBytes the same if every weight were trained
 * @param largest shape that the picture draws: the largest adapted module
 * @param rank columns of B and rows of A in the picture
 * @param scaling factor before B · A
 */
public record AdapterFigures(
    Count modules,
    long trainable,
    long total,
    long fileBytes,
    long trainingBytes,
    long fullTrainingBytes,
    Optional<LinearModule> largest,
    int rank,
    double scaling) {
  private static final int NUMBER = Float.BYTES;

  /** Gradient and two moments of AdamW (arXiv 1711.05101) per trained number. */
  private static final int TRAINING_COPIES = 3;

  /** A part and its whole. */
  public record Count(int part, int whole) {}

  /** Figures of an adapter. */
  public static AdapterFigures of(BaseModel model, LoraSpec spec) {
    String type = model.decoder().modelType();
    List<LinearModule> adapted =
        model.modules().stream().filter(m -> spec.adapts(m, type)).toList();
    long trainable = spec.trainable(model.modules(), type);
    Optional<LinearModule> largest =
        adapted.stream().max(Comparator.comparingLong(LinearModule::parameters));
    return new AdapterFigures(
        new Count(adapted.size(), model.modules().size()),
        trainable,
        model.parameters(),
        AdapterFile.bytes(model, spec),
        training(model.parameters() + trainable, trainable),
        training(model.parameters(), model.parameters()),
        largest,
        spec.rank(),
        largest.map(spec::scalingOf).orElse(0.0));
  }

  /** Figures of training every weight instead. */
  public static AdapterFigures full(BaseModel model) {
    long all = model.parameters();
    int modules = model.modules().size();
    return new AdapterFigures(
        new Count(modules, modules),
        all,
        all,
        all * NUMBER,
        training(all, all),
        training(all, all),
        Optional.empty(),
        0,
        0);
  }

  private static long training(long held, long trained) {
    return NUMBER * (held + TRAINING_COPIES * trained);
  }

  /** Trained numbers for each number of the base. */
  public double share() {
    return total == 0 ? 0 : (double) trainable / total;
  }

  /** How many times as much memory for weights full fine-tuning would take. */
  public double timesLessMemory() {
    return trainingBytes == 0 ? 1 : (double) fullTrainingBytes / trainingBytes;
  }
}
