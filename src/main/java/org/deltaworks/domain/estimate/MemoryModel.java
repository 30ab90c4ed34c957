package org.deltaworks.domain.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * The memory of a training process, from shapes alone. Each term follows what kernels and trainer
 * do; the few constants were measured on Linux with libtorch 2.7 and are named.
 */
public final class MemoryModel {
  /** Logits that exist at a time, as in the kernels, unless there are very many rows. */
  private static final long LOGITS_AT_A_TIME = 2_097_152;

  private static final long FEWEST_WORDS = 512;

  /** Trained numbers that one call of the optimizer's kernel takes, with two arrays besides. */
  private static final long OPTIMIZER_CHUNK = 16_777_216;

  /** The C library maps arrays of that size by themselves and fills no holes with them. */
  private static final long ALWAYS_MAPPED = 32L << 20;

  private final ModelFiles files;
  private final BaseModel model;
  private final DecoderSpec spec;
  private final TrainedNumbers trained;
  private final EngineMemory engine;
  private final Optional<FourBitBase> packed;
  private final int number;

  /**
   * Of one kind of training.
   *
   * @param engine what the process takes before it has a model
   */
  public MemoryModel(
      ModelFiles files, TrainedNumbers trained, TrainingPlan plan, EngineMemory engine) {
    this.files = files;
    this.model = files.model();
    this.spec = model.decoder();
    this.trained = trained;
    this.engine = engine;
    this.packed = FourBitBase.of(model, plan);
    // Whole weights are trained in float32 whatever was asked for.
    this.number =
        plan.precision() == TrainingPlan.Precision.BFLOAT16 && trained.lora().isPresent()
            ? Short.BYTES
            : Float.BYTES;
  }

  /** At the highest moment of this work, be it of a step or of a test. */
  public MemoryEstimate of(Workload work, boolean recompute) {
    Stage learning = learning(work, recompute);
    Stage highest = highest(learning, testing(work));
    long numbers = Float.BYTES * trained.count();
    return new MemoryEstimate(
        weights(work),
        numbers + engine.copies(trained),
        numbers,
        2 * numbers + Math.max(0, stepping() - learning.sum()),
        highest.activations(),
        highest.head(),
        engine.bytes(number) + primitives(work));
  }

  /** What tests take on top of what the largest batch has taken. */
  public long addedByTests(Workload work, boolean recompute) {
    Stage learning = learning(work, recompute);
    return highest(learning, testing(work)).sum() - learning.sum();
  }

  /**
   * What is still to come once the largest batch has been tried, tests left out: Java's young
   * generation, and about half of the shapes that products are compiled for.
   */
  long toCome(Workload work) {
    return EngineMemory.YOUNG + primitives(work) / 2;
  }

  /** A test finds that part of what the blocks took has not gone back to the system. */
  private static Stage highest(Stage learning, Stage testing) {
    long left = Holes.leftForTests(learning.sum());
    Stage tested = new Stage(testing.activations() + left, testing.head());
    return testing.equals(Stage.NONE) || Stage.compare(learning, tested) >= 0 ? learning : tested;
  }

  /** Under bfloat16 libtorch keeps compiled products, one for each of the last shapes. */
  private long primitives(Workload work) {
    boolean manyShapes = work.learning().stream().map(PassShape::groups).distinct().count() > 1;
    return number < Float.BYTES && manyShapes ? EngineMemory.COMPILED_PRODUCTS : 0;
  }

  /** Number of the pass that takes most. */
  int largest(Workload work, boolean recompute) {
    return work.learning().indexOf(largestPass(work, recompute));
  }

  private PassShape largestPass(Workload work, boolean recompute) {
    return Workload.largest(work.learning(), pass -> withHoles(pass, recompute).sum());
  }

  /** What all blocks keep of the largest pass: what recomputation would save. */
  public long kept(PassShape pass) {
    long bytes = 0;
    for (int layer = trained.lowestBlock(model); layer < spec.layers(); layer++) {
      bytes += block(layer).kept(pass);
    }
    return bytes;
  }

  /** A moment of a run: what blocks and head need then. */
  private record Stage(long activations, long head) {
    static final Stage NONE = new Stage(0, 0);

    long sum() {
      return activations + head;
    }

    static int compare(Stage a, Stage b) {
      return Long.compare(a.sum(), b.sum());
    }
  }

  private Stage learning(Workload work, boolean recompute) {
    return work.learning().stream()
        .map(pass -> withHoles(pass, recompute))
        .max(Stage::compare)
        .orElse(Stage.NONE);
  }

  private Stage testing(Workload work) {
    return work.testing().stream().map(this::testing).max(Stage::compare).orElse(Stage.NONE);
  }

  private Stage withHoles(PassShape pass, boolean recompute) {
    Stage inUse = learning(pass, recompute);
    return new Stage(inUse.activations() + holes(pass, recompute), inUse.head());
  }

  private long holes(PassShape pass, boolean recompute) {
    long passing =
        recompute || trained.lowestBlock(model) > 0
            ? Holes.whereBlocksPass(block(spec.layers() - 1).kept(pass))
            : 0;
    return passing + (recompute ? 0 : Holes.amongKept(kept(pass)));
  }

  /** Either the head is at work on top of all that is kept, or the way back begins. */
  private Stage learning(PassShape pass, boolean recompute) {
    long n = pass.positions();
    BlockMemory any = block(spec.layers() - 1);
    long inputs = any.output(n) * (spec.layers() + 1);
    long kept = kept(pass);
    long one = any.kept(pass);
    long head = head(pass) + any.output(n);
    long back = any.backward(n) + writtenOut(FourBitBase::numbersOfABlock);
    if (!recompute) {
      return new Stage(inputs + kept + Math.max(0, back - head), head);
    }
    return new Stage(inputs + Math.max(0, one + back - head), head);
  }

  private Stage testing(PassShape pass) {
    long n = pass.positions();
    BlockMemory any = block(spec.layers() - 1);
    long passing = any.passing(n) + writtenOut(FourBitBase::numbersOfAWeight);
    long head = head(pass);
    return new Stage(2 * any.output(n) + Math.max(0, passing - head), head);
  }

  /**
   * Logits in float32, under a narrower type twice more; and for each label some rows as wide as
   * the model, of which the mean of the head's rows is the widest.
   */
  private long head(PassShape pass) {
    int copies = number < Float.BYTES ? Float.BYTES + 2 * number : Float.BYTES;
    return logits(pass) * copies + 5L * Float.BYTES * spec.hidden() * pass.labels();
  }

  private long logits(PassShape pass) {
    long labels = Math.max(1, pass.labels());
    long words = Math.max(FEWEST_WORDS, LOGITS_AT_A_TIME / labels);
    return pass.labels() * Math.min(words, spec.vocabulary());
  }

  /**
   * What the optimizer's kernel needs once the activations are gone: small arrays fit into holes.
   */
  private long stepping() {
    long array = Float.BYTES * Math.min(OPTIMIZER_CHUNK, trained.count());
    return array < ALWAYS_MAPPED ? 0 : 2 * array;
  }

  /** What of a base in four bits is written out at a time. */
  private long writtenOut(ToLongFunction<FourBitBase> numbers) {
    return packed.map(base -> number * numbers.applyAsLong(base)).orElse(0L);
  }

  private BlockMemory block(int layer) {
    return new BlockMemory(spec, trained.in(model, layer), number);
  }

  /**
   * Pages of the base's files that are read, and a copy where the computation's type is another. Of
   * an embedding that is no head only the rows that occur are read. Of a base in four bits the
   * codes, and the pages of all else.
   */
  private long weights(Workload work) {
    long bytes = 0;
    for (Map.Entry<String, StoredTensor> entry : files.tensors().entrySet()) {
      StoredTensor tensor = entry.getValue();
      if (trained.names().contains(entry.getKey())) {
        continue;
      }
      Optional<Long> codes = packed.flatMap(base -> base.bytes(tensor.name()));
      if (codes.isPresent()) {
        bytes += codes.get();
        continue;
      }
      boolean same = tensor.type().bytes() == number && tensor.type() != StoredTensor.Type.F16;
      boolean converted = !same && packed.isEmpty();
      double read = converted ? 1 : read(entry.getKey(), work);
      bytes += (long) (read * tensor.bytes());
      bytes += converted ? number * tensor.elements() : 0;
    }
    return bytes;
  }

  /** The system reads sixteen pages at a time around the one that is touched. */
  private double read(String name, Workload work) {
    boolean lookedUp = name.equals(spec.names().embedding() + ".weight") && !spec.tiedHead();
    if (!lookedUp) {
      return 1;
    }
    double share = Math.min(1.0, (double) engine.distinctTokens() / spec.vocabulary());
    double together = Math.max(1, EngineMemory.READ_AHEAD / (number * (double) spec.hidden()));
    return 1 - Math.pow(1 - share, together);
  }
}
