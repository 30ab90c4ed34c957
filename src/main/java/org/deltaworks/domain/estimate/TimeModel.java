package org.deltaworks.domain.estimate;

import java.util.List;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * How many multiplications and additions a run takes. A product of a weight costs two for each of
 * its numbers and tokens (Kaplan et al., arXiv 2001.08361, appendix B): once forward, once for the
 * way back through it, once more where it is itself trained, and once more where a block is
 * computed again.
 */
public final class TimeModel {
  /**
   * As writing out a number kept in four bits: measured, 0.17 s more for a step that writes out 106
   * million twice, on two cores in float32.
   */
  private static final double UNPACKING = 60;

  private final BaseModel model;
  private final DecoderSpec spec;
  private final TrainedNumbers trained;
  private final boolean recompute;
  private final boolean packed;

  /** Of one kind of training. */
  public TimeModel(BaseModel model, TrainedNumbers trained, TrainingPlan plan, boolean recompute) {
    this.model = model;
    this.spec = model.decoder();
    this.trained = trained;
    this.recompute = recompute;
    this.packed = plan.baseStorage() == TrainingPlan.BaseStorage.NF4;
  }

  /** Of the steps of a run. */
  public double steps(Workload work) {
    double looked = work.learning().stream().mapToDouble(this::learning).sum();
    return work.looked() == 0 ? 0 : looked / work.looked() * work.steps();
  }

  /** Of its tests on held-out rows. */
  public double tests(Workload work) {
    return work.tests() * work.testing().stream().mapToDouble(this::forward).sum();
  }

  /** Bytes of all checkpoints that it writes. */
  public double saved(Workload work) {
    return (double) work.saves() * TrainedNumbers.CHECKPOINT_BYTES * trained.count();
  }

  /** Blocks computed in all steps, forward and back: each costs some time whatever its size. */
  public double blocks(Workload work) {
    return work.looked() == 0
        ? 0
        : learningBlocks() * work.learning().size() / work.looked() * work.steps();
  }

  /** Blocks computed in all tests. */
  public double testBlocks(Workload work) {
    return (double) spec.layers() * work.tests() * work.testing().size();
  }

  /** A pass forward and back that took so long. */
  Probe probe(PassShape pass, double seconds) {
    return new Probe(learning(pass), learningBlocks(), seconds);
  }

  private double learningBlocks() {
    return 2.0 * spec.layers();
  }

  /** Of one pass forward and back. */
  public double learning(PassShape pass) {
    int lowest = trained.lowestBlock(model);
    double above = (double) (spec.layers() - lowest) / spec.layers();
    double forward = blocks(pass);
    double changed = trained.lora().isPresent() ? 0 : trainedProducts(pass);
    double again = recompute ? above * forward : 0;
    // Attention's way back costs two and a half times its way there (arXiv 2205.14135).
    double back = above * (products(pass) + 2.5 * attention(pass));
    return forward + back + again + changed + adapters(pass) + 2 * head(pass);
  }

  /** Of one pass that learns nothing. */
  private double forward(PassShape pass) {
    return blocks(pass) + head(pass);
  }

  private double blocks(PassShape pass) {
    double unpacking = packed ? UNPACKING * weights() : 0;
    return products(pass) + attention(pass) + unpacking;
  }

  private double products(PassShape pass) {
    return 2.0 * weights() * pass.positions();
  }

  private long weights() {
    return model.modules().stream().mapToLong(LinearModule::parameters).sum();
  }

  /** Two products, each over half of the places, since none sees what follows it. */
  private double attention(PassShape pass) {
    return 2.0 * spec.heads() * spec.headWidth() * spec.layers() * pass.squares();
  }

  private double head(PassShape pass) {
    return 2.0 * spec.hidden() * spec.vocabulary() * pass.labels();
  }

  /** Forward, and twice back: an adapter is passed through and trained. */
  private double adapters(PassShape pass) {
    return trained.lora().isPresent() ? 6.0 * trained.count() * pass.positions() : 0;
  }

  private double trainedProducts(PassShape pass) {
    List<LinearModule> changed =
        model.modules().stream()
            .filter(m -> trained.names().contains(m.path() + ".weight"))
            .toList();
    return 2.0 * changed.stream().mapToLong(LinearModule::parameters).sum() * pass.positions();
  }
}
