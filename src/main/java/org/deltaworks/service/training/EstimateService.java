package org.deltaworks.service.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.estimate.ActivationMemory;
import org.deltaworks.domain.estimate.EngineMemory;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MachineSpeed;
import org.deltaworks.domain.estimate.MemoryModel;
import org.deltaworks.domain.estimate.TimeModel;
import org.deltaworks.domain.estimate.TrainedNumbers;
import org.deltaworks.domain.estimate.Workload;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.platform.Machine;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.TokenizedDataset;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;

/**
 * What a draft will take if it is started, and whether this machine has it. Starts nothing. Any
 * thread but the window's; the rows of the last draft are kept, so that a slider that moves does
 * not read them again.
 */
public final class EstimateService {
  /** Trained numbers and two moments, float32. */
  private static final long CHECKPOINT_BYTES = 3L * Float.BYTES;

  private final TrainingService training;
  private final DatasetLocator data;
  private final Supplier<Machine> machine;
  private final LongSupplier diskFree;
  private Optional<Read> last = Optional.empty();

  /** Rows as one model reads them, and what they were read from. */
  private record Read(
      String model,
      List<Stamp> files,
      TrainingPlan.LossOn lossOn,
      int length,
      List<TokenizedRow> rows) {
    boolean sameAs(String otherModel, List<Stamp> others, TrainingPlan plan, int longest) {
      return model.equals(otherModel)
          && files.equals(others)
          && lossOn == plan.lossOn()
          && length == longest;
    }
  }

  /** A file as it was. */
  private record Stamp(Path file, long modified, long bytes) {
    static Stamp of(Path file) {
      return new Stamp(file, file.toFile().lastModified(), file.toFile().length());
    }
  }

  /**
   * Estimates for this machine.
   *
   * @param machine looks at it
   * @param diskFree bytes left where runs are kept
   */
  public EstimateService(
      TrainingService training,
      DatasetLocator data,
      Supplier<Machine> machine,
      LongSupplier diskFree) {
    this.training = training;
    this.data = data;
    this.machine = machine;
    this.diskFree = diskFree;
  }

  /**
   * What a draft will take.
   *
   * @throws ProblemException for the first problem of the draft, its model or its data
   */
  public Promise estimate(TrainingDraft draft) {
    Review review = training.review(draft);
    if (!review.problems().isEmpty()) {
      throw review.problems().getFirst().asException();
    }
    TrainingPlan plan = draft.toPlan().orThrow();
    BaseModel model = review.model().orElseThrow();
    ModelService.refuseWithoutTokenizer(model.folder());
    ModelFiles files = ModelFolder.ofKnownFamilies().read(model.name(), model.folder());
    HeldOut rows = rows(plan, model);
    Workload work = Workload.of(plan, rows);
    Machine here = machine.get();
    TrainedNumbers trained = TrainedNumbers.of(files, plan.method(), review.lora());
    boolean recompute =
        new ActivationMemory(model.decoder(), here.totalMemory())
            .recompute(plan.batch(), rows.training());
    MemoryModel memory = new MemoryModel(files, trained, plan.precision(), engine(model, rows));
    TimeModel time = new TimeModel(model, trained, recompute);
    long result =
        review
            .lora()
            .map(lora -> AdapterFile.bytes(model, lora))
            .orElse(Float.BYTES * model.parameters());
    Estimate estimate =
        new Estimate(
            trained.count(),
            result,
            memory.of(work, recompute),
            speed(plan, here).whole(time, work),
            disk(plan, trained.count(), result),
            recompute);
    return Promise.of(estimate, plan, here.availableMemory(), diskFree.getAsLong());
  }

  private static EngineMemory engine(BaseModel model, HeldOut rows) {
    Set<Integer> ids = new HashSet<>();
    long tokens = 0;
    for (List<TokenizedRow> some : List.of(rows.training(), rows.testing())) {
      for (TokenizedRow row : some) {
        tokens += row.length();
        for (int id : row.ids()) {
          ids.add(id);
        }
      }
    }
    return EngineMemory.of(
        model.folder().resolve("tokenizer.json").toFile().length(), tokens, ids.size());
  }

  private static MachineSpeed speed(TrainingPlan plan, Machine here) {
    int threads = plan.threads() > 0 ? Math.min(plan.threads(), here.threads()) : here.threads();
    return MachineSpeed.unseen(
        here.hasAvx512(),
        threads,
        plan.precision() == TrainingPlan.Precision.BFLOAT16,
        here.hasFastBfloat16());
  }

  /** The kept checkpoints, the best one, a new one before the oldest goes; then the result. */
  private static long disk(TrainingPlan plan, long trained, long result) {
    long checkpoints = (plan.checkpoints().keep() + 2L) * CHECKPOINT_BYTES * trained;
    return checkpoints + (plan.out().isPresent() ? 2 : 1) * result;
  }

  private HeldOut rows(TrainingPlan plan, BaseModel model) {
    List<TokenizedRow> all = learnt(plan, model);
    return plan.evaluation()
        .data()
        .map(apart -> HeldOut.apart(all, read(List.of(data.find(apart)), plan, model)))
        .orElseGet(() -> HeldOut.of(all, plan.evaluation().fraction(), plan.seed()));
  }

  private synchronized List<TokenizedRow> learnt(TrainingPlan plan, BaseModel model) {
    List<Path> files = plan.data().stream().map(data::find).toList();
    List<Stamp> stamps = files.stream().map(Stamp::of).toList();
    String place = model.folder().toString();
    int length = plan.batch().rowLength(model.decoder().context());
    if (last.isPresent() && last.get().sameAs(place, stamps, plan, length)) {
      return last.get().rows();
    }
    List<TokenizedRow> rows = read(files, plan, model);
    last = Optional.of(new Read(place, stamps, plan.lossOn(), length, rows));
    return rows;
  }

  private static List<TokenizedRow> read(List<Path> files, TrainingPlan plan, BaseModel model) {
    try (Tokenizer tokenizer = Tokenizer.load(model.folder())) {
      RowTokenizer rule =
          new RowTokenizer(
              tokenizer,
              model.chatTemplate().map(ChatTemplate::compile),
              plan.lossOn(),
              plan.batch().rowLength(model.decoder().context()));
      List<Row> rows = new ArrayList<>();
      for (Path file : files) {
        rows.addAll(new RowFiles().readAll(file, ColumnMapping.none()));
      }
      return TokenizedDataset.of(rows, rule, model.decoder().vocabulary()).rows();
    }
  }
}
