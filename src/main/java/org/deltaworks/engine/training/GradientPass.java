package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.training.Seeds;
import org.deltaworks.engine.nn.BlockAdapters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.TrainedBlock;

/**
 * One micro-batch forward and backward: adds the gradient of its share of the step's loss to what
 * is trained. Each block is a graph of its own, so that its memory goes as soon as its gradient is
 * known; with recomputation only its input is kept and its graph is built again on the way back
 * (arXiv 1604.06174).
 */
final class GradientPass {
  private final Decoder decoder;
  private final Trained trained;
  private final boolean recompute;
  private final TrainedBlock nothing;

  GradientPass(Decoder decoder, Trained trained, boolean recompute) {
    this.decoder = decoder;
    this.trained = trained;
    this.recompute = recompute;
    NDList empty = new NDList(decoder.layout().empty());
    this.nothing = new TrainedBlock(empty, empty);
  }

  /**
   * Runs it.
   *
   * @param scale one over the label tokens of the whole optimizer step
   * @param seed seed of this pass's dropout
   * @return sum of the negative log-likelihoods
   */
  double run(MicroBatch batch, double scale, long seed) {
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      return new Pass(scope, batch, seed).run(scale);
    }
  }

  /** A block's input and output with the graph between them, owned by a scope of its own. */
  private record Kept(NDManager scope, NDArray leaf, NDArray output) {}

  private final class Pass {
    private final NDManager scope;
    private final MicroBatch batch;
    private final long seed;
    private final NDArray ids;
    private final NDArray positions;
    private final NDArray groups;
    private final NDList rotation;
    private final List<Kept> kept = new ArrayList<>();
    private NDArray x;

    Pass(NDManager scope, MicroBatch batch, long seed) {
      this.scope = scope;
      this.batch = batch;
      this.seed = seed;
      ids = scope.create(batch.ids());
      positions = scope.create(batch.positions());
      groups = scope.create(batch.groups(), Decoder.groupShape(batch));
      x = decoder.embed(scope, ids, positions);
      rotation = decoder.rotation(scope, positions, x);
    }

    double run(double scale) {
      for (int layer = 0; layer < decoder.spec().layers(); layer++) {
        forward(layer);
      }
      NDList loss =
          decoder.loss(
              scope,
              x,
              scope.create(batch.at()),
              scope.create(batch.targets()),
              scale,
              trained.headGradients());
      NDArray gradient = loss.get(1);
      for (int layer = decoder.spec().layers() - 1; layer >= trained.lowestBlock(); layer--) {
        gradient = backward(layer, gradient);
      }
      NDArray last = gradient;
      trained
          .embeddingGradients()
          .ifPresent(
              e ->
                  decoder
                      .work()
                      .kernels()
                      .one(
                          scope,
                          "embed_gradients",
                          last,
                          ids,
                          positions,
                          e.tokens(),
                          e.positions()));
      return loss.get(0).getDouble();
    }

    private void forward(int layer) {
      NDManager local = scope.newSubManager();
      if (layer >= trained.lowestBlock() && !recompute) {
        Kept block = graph(local, layer, x);
        kept.add(block);
        x = block.output();
        return;
      }
      NDArray input = x;
      x = decoder.work().torch().withoutGradients(() -> graph(local, layer, input).output());
      kept.add(new Kept(local, input, x));
    }

    private Kept graph(NDManager local, int layer, NDArray input) {
      if (trained.usesDropout()) {
        decoder.work().torch().seed(Seeds.of(seed, layer));
      }
      BlockAdapters adapters = trained.whileTraining().block(layer);
      NDList pair = decoder.forward(local, layer, input, rotation, groups, adapters);
      return new Kept(local, pair.get(0), pair.get(1));
    }

    private NDArray backward(int layer, NDArray gradient) {
      Kept block = kept.get(layer);
      NDManager own = block.scope();
      if (recompute) {
        block.output().close();
        own = scope.newSubManager();
        block = graph(own, layer, block.leaf());
      }
      TrainedBlock part = trained.block(layer);
      if (part.isEmpty()) {
        part = nothing;
      }
      NDArray before =
          decoder
              .work()
              .kernels()
              .one(
                  scope,
                  "block_gradients",
                  block.leaf(),
                  block.output(),
                  gradient,
                  part.values(),
                  part.gradients());
      gradient.close();
      own.close();
      return before;
    }
  }
}
