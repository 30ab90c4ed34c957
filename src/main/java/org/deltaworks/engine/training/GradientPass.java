package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.training.Seeds;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;

/**
 * One micro-batch forward and backward: adds the gradient of its share of the step's loss to what
 * is trained. What a block keeps goes as soon as its gradient is known; with recomputation only its
 * input is kept, and the rest is computed again on the way back (arXiv 1604.06174).
 */
final class GradientPass {
  private final Decoder decoder;
  private final Trained trained;
  private final boolean recompute;

  GradientPass(Decoder decoder, Trained trained, boolean recompute) {
    this.decoder = decoder;
    this.trained = trained;
    this.recompute = recompute;
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
      // The way back is written out in the kernels: libtorch need not record what they do.
      return decoder.work().torch().withoutGradients(() -> new Pass(scope, batch, seed).run(scale));
    }
  }

  /**
   * What is kept of a block.
   *
   * @param scope owner of all but the input
   * @param input (N, C)
   * @param all its output, and what the way back needs unless that is computed again
   */
  private record Kept(NDManager scope, NDArray input, NDList all) {
    NDArray output() {
      return all.head();
    }
  }

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
      Kept block = computed(scope.newSubManager(), layer, x);
      if (layer < trained.lowestBlock() || recompute) {
        block.all().subNDList(1).close();
        block = new Kept(block.scope(), block.input(), new NDList(block.output()));
      }
      kept.add(block);
      x = block.output();
    }

    private Kept computed(NDManager local, int layer, NDArray input) {
      seedDropout(layer);
      return new Kept(
          local,
          input,
          decoder.forward(
              local, layer, input, rotation, groups, trained.whileTraining().block(layer)));
    }

    /** The way back draws the same random numbers again, so that they need not be kept. */
    private void seedDropout(int layer) {
      if (trained.usesDropout()) {
        decoder.work().torch().seed(Seeds.of(seed, layer));
      }
    }

    private NDArray backward(int layer, NDArray gradient) {
      Kept block = kept.get(layer);
      NDManager own = block.scope();
      if (recompute) {
        block.output().close();
        own = scope.newSubManager();
        block = computed(own, layer, block.input());
      }
      seedDropout(layer);
      NDArray before =
          decoder.backward(
              scope,
              layer,
              gradient,
              block.input(),
              block.all(),
              rotation,
              groups,
              trained.whileTraining().block(layer),
              trained.block(layer));
      gradient.close();
      own.close();
      return before;
    }
  }
}
