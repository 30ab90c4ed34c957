package org.deltaworks.domain.estimate;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * From settings, rows and machine to what a run will take: the one calculation for the form, the
 * command line, the queue and the run's own process, which corrects it once it has tried the
 * largest batch.
 */
public final class RunEstimator {
  private static final double MEBIBYTE = 1024.0 * 1024.0;

  private final ModelFiles files;
  private final FileSizes sizes;
  private final Optional<LoraSpec> lora;
  private final TrainingPlan plan;
  private final HeldOut rows;
  private final Host host;
  private final Workload work;
  private final TrainedNumbers trained;
  private final boolean recompute;
  private final MemoryModel memory;
  private final TimeModel time;
  private final MachineSpeed speed;

  /**
   * Of one run.
   *
   * @param sizes of the base's tokenizer and of what is published
   * @param lora the adapter that is trained, if one is
   * @param rows what it learns from and is tested on
   * @param host where it runs
   */
  public RunEstimator(
      ModelFiles files,
      FileSizes sizes,
      Optional<LoraSpec> lora,
      TrainingPlan plan,
      HeldOut rows,
      Host host) {
    BaseModel model = files.model();
    this.files = files;
    this.sizes = sizes;
    this.lora = lora;
    this.plan = plan;
    this.rows = rows;
    this.host = host;
    this.work = Workload.of(plan, rows);
    this.trained = TrainedNumbers.of(files, plan.method(), lora);
    this.recompute =
        new ActivationMemory(model.decoder(), host.memory())
            .recompute(plan.batch(), rows.training());
    this.memory = new MemoryModel(files, trained, plan, engine());
    this.time = new TimeModel(model, trained, plan, recompute);
    this.speed = host.speed(plan);
  }

  /** Of the same model and rows by another plan. */
  public RunEstimator of(TrainingPlan other) {
    return new RunEstimator(files, sizes, lora, other, rows, host);
  }

  /** Numbers that will be trained. */
  public long trainable() {
    return trained.count();
  }

  /** Whether blocks are computed twice to save memory. */
  public boolean recompute() {
    return recompute;
  }

  /** Memory at the highest, in parts. */
  public MemoryEstimate memory() {
    return memory.of(work, recompute);
  }

  /** Seconds from start to end. */
  public double seconds() {
    return speed.whole(time, work);
  }

  /** What can be said before it trains. */
  public Run.Footprint promised() {
    return Run.Footprint.ofBytes(memory().total(), seconds(), diskBytes());
  }

  /**
   * Room on the disk for the most that may lie there at a time: the kept checkpoints, the best one,
   * the one before the loss began to rise where that is watched, a new one before the oldest goes;
   * then the result, and its copy.
   */
  public long diskBytes() {
    int checkpoints = plan.checkpoints().keep() + (plan.stopOnDivergence() ? 3 : 2);
    int results = plan.out().isPresent() ? 2 : 1;
    return checkpoints * TrainedNumbers.CHECKPOINT_BYTES * trainable() + results * sizes.result();
  }

  /** Numbers of the rows whose pass takes most, if the run is long enough to try it beforehand. */
  public Optional<List<Integer>> toTry() {
    return Probe.worthIt(work.steps())
        ? Optional.of(Workload.rowsOf(memory.largest(work, recompute), plan, rows))
        : Optional.empty();
  }

  /**
   * What can be said once the largest batch has been tried. Of memory, what is resident then has
   * seen every batch; what tests add, and what Java will still take, comes on top. Of time, what is
   * left goes on as that batch went.
   */
  public Run.Footprint corrected(Probe.Reading reading) {
    PassShape tried = work.learning().get(memory.largest(work, recompute));
    MachineSpeed seen = speed.corrected(time.probe(tried, reading.seconds()));
    long tests = reading.tested() ? 0 : memory.addedByTests(work, recompute);
    long later = tests + memory.toCome(work);
    return new Run.Footprint(
        reading.taken().megabytes() + later / MEBIBYTE,
        reading.taken().seconds() + seen.rest(time, work, reading.steps()),
        diskBytes() / MEBIBYTE);
  }

  private EngineMemory engine() {
    BitSet ids = new BitSet();
    long tokens = 0;
    for (List<TokenizedRow> some : List.of(rows.training(), rows.testing())) {
      for (TokenizedRow row : some) {
        tokens += row.length();
        for (int id : row.ids()) {
          ids.set(id);
        }
      }
    }
    return EngineMemory.of(sizes.tokenizer(), tokens, ids.cardinality(), host.fastHalf());
  }
}
