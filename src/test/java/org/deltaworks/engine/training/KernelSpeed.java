package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deltaworks.benchmark.RandomModels;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.format.hub.ModelFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long the parts of a training step take: a block of a 135M Llama's shape (hidden 576, 9 heads,
 * 3 of keys, 1,536 inside) with LoRA of rank 8 on all its modules, over 4 rows of 256 tokens,
 * forward and forward and back; its head with the loss over 49,152 words; AdamW over the adapter's
 * 81,408 numbers. On two threads, as the engine's tests have it. Started by {@code SpeedBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KernelSpeed {
  private static final RandomModels.Shape SHAPE =
      new RandomModels.Shape("speed", "llama", 1, 576, 9, 3, 1_536, 49_152, true, false);
  private static final int ROWS = 4;
  private static final int TOKENS = 256;

  /** Type of the computation. */
  @Param({"FLOAT32", "BFLOAT16"})
  public NumberType compute = NumberType.FLOAT32;

  private Decoder decoder;
  private TrainedAdapter adapter;
  private AdamW optimizer;
  private MicroBatch batch;
  private NDArray hidden;
  private NDArray at;
  private NDArray targets;
  private NDArray groups;
  private NDArray gradient;
  private NDList rotation;
  private int step;

  /** Makes the model, once for all, and its inputs. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    ModelFiles files = model();
    decoder = Engines.decoder(files, compute);
    TrainingPlan plan =
        Plans.of("rank", "8", "target-modules", "all-linear", "weight-decay", "0.01");
    LoraSpec spec = plan.lora().orElseThrow();
    LoraParameters lora =
        new LoraParameters(
            decoder, files.model(), spec, LoraInitialisation.pairs(files.model(), spec, 1));
    adapter = new TrainedAdapter(lora, decoder.spec().layers(), 0);
    optimizer = new AdamW(decoder.work(), lora.parameters(), plan.optimizer());
    batch = MicroBatch.packed(IntStream.range(0, ROWS).mapToObj(KernelSpeed::row).toList());
    NDManager scope = decoder.work().scope();
    NDArray positions = scope.create(batch.positions());
    hidden = decoder.embed(scope, scope.create(batch.ids()), positions);
    rotation = decoder.rotation(scope, positions, hidden);
    groups = scope.create(batch.groups(), Decoder.groupShape(batch));
    at = scope.create(batch.at());
    targets = scope.create(batch.targets());
    gradient = decoder.loss(scope, hidden, at, targets, 1e-3, new NDList()).get(1);
  }

  /** Frees it. */
  @TearDown(Level.Trial)
  public void close() {
    decoder.work().close();
  }

  /** A block, nothing kept for the way back. */
  @Benchmark
  public long blockForward() {
    try (NDManager local = decoder.work().scope().newSubManager()) {
      return decoder.work().torch().withoutGradients(() -> block(local).head().getShape().size());
    }
  }

  /** A block and the gradients of its adapters and of its input. */
  @Benchmark
  public long blockForwardAndBack() {
    try (NDManager local = decoder.work().scope().newSubManager()) {
      NDList kept = block(local);
      // The way back writes over it.
      NDArray own = gradient.duplicate();
      own.attach(local);
      return decoder
          .backward(
              local,
              0,
              own,
              hidden,
              kept,
              rotation,
              groups,
              adapter.whileTraining().block(0),
              adapter.block(0))
          .getShape()
          .size();
    }
  }

  /** Head, loss and the gradient of what went in. */
  @Benchmark
  public double headAndLoss() {
    try (NDManager local = decoder.work().scope().newSubManager()) {
      return decoder.loss(local, hidden, at, targets, 1e-3, new NDList()).get(0).getDouble();
    }
  }

  /** The whole of it: embedding, block, loss and back. */
  @Benchmark
  public double pass() {
    return new GradientPass(decoder, adapter, false).run(batch, 1e-3, 1);
  }

  /** The optimizer's step over the adapter's numbers. */
  @Benchmark
  public int adamW() {
    optimizer.step(++step, 1e-6, 1);
    return step;
  }

  private NDList block(NDManager local) {
    return decoder.forward(local, 0, hidden, rotation, groups, adapter.whileTraining().block(0));
  }

  private static ModelFiles model() throws IOException {
    Path folder = Path.of("target", "speed").toAbsolutePath();
    Path tokenizer = Path.of("assets", "models", "polder", "tokenizer.json");
    return ModelFolder.ofKnownFamilies().read(new RandomModels(folder, tokenizer).model(SHAPE));
  }

  private static TokenizedRow row(int number) {
    int[] ids = new Random(number).ints(TOKENS, 10, 49_000).toArray();
    return new TokenizedRow(ids, ids.clone());
  }
}
