package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.estimate.FileSizes;
import org.deltaworks.domain.estimate.RunEstimator;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.peft.ResultFile;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.TokenizedDataset;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;

/**
 * Reads what a run needs, while libtorch is being loaded on another thread. Whatever is wrong with
 * model, data or adapter is found here, before a single number is computed.
 */
final class Preparation {
  private final Catalog catalog;
  private final TrainingDraft draft;
  private final String name;
  private final List<String> notes = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private List<Integer> numbers = List.of();

  /**
   * Of a run with these settings.
   *
   * @param name its base's name in the catalog
   */
  Preparation(Catalog catalog, TrainingDraft draft, String name) {
    this.catalog = catalog;
    this.draft = draft;
    this.name = name;
  }

  /**
   * Reads everything.
   *
   * @param checkpoints folders to go on from, by steps done
   */
  Prepared prepare(SortedMap<Integer, Path> checkpoints) {
    TrainingPlan plan = draft.toPlan().orThrow();
    ModelLocator.Place place =
        new ModelLocator(catalog.models(), InstalledFiles.asset("models/polder"))
            .find(plan.model());
    ModelFiles model =
        beside(Setting.MODEL, () -> ModelFolder.ofKnownFamilies().read(name, place.folder()));
    Tokenizer tokenizer = beside(Setting.MODEL, () -> Tokenizer.load(place.folder()));
    Optional<PeftAdapter> start =
        plan.initAdapter().map(named -> beside(Setting.INIT_ADAPTER, () -> adapter(named, model)));
    List<Path> files = plan.data().stream().map(this::file).toList();
    HeldOut rows = rows(plan, model, tokenizer, files);
    RowNames names = new RowNames(files, counts, numbers, rows.places());
    Optional<LoraSpec> lora =
        start.map(adapter -> withDropout(adapter.settings().lora(), plan)).or(plan::lora);
    return new Prepared(
        plan,
        model,
        tokenizer,
        files,
        lora,
        start.map(PeftAdapter::pairs),
        rows,
        new RunEstimator(
            model,
            new FileSizes(
                ModelFolder.tokenizerBytes(place.folder()), ResultFile.bytes(model.model(), lora)),
            lora,
            plan,
            rows,
            new MachineProbe().look().host()),
        names,
        checkpoints,
        notes);
  }

  private HeldOut rows(TrainingPlan plan, ModelFiles model, Tokenizer tokenizer, List<Path> files) {
    int context = model.model().decoder().context();
    RowTokenizer rule =
        new RowTokenizer(
            tokenizer,
            model.model().chatTemplate().map(ChatTemplate::compile),
            plan.lossOn(),
            plan.batch().rowLength(context));
    int vocabulary = model.model().decoder().vocabulary();
    TokenizedDataset learnt =
        beside(Setting.DATA, () -> tokenized(files, rule, vocabulary, "to learn from", counts));
    List<TokenizedRow> all = learnt.rows();
    numbers = learnt.numbers();
    Optional<Path> apart = plan.evaluation().data().map(this::file);
    return apart.isPresent()
        ? HeldOut.apart(
            all,
            beside(
                    Setting.EVAL_DATA,
                    () ->
                        tokenized(
                            List.of(apart.get()),
                            rule,
                            vocabulary,
                            "to test on",
                            new ArrayList<>()))
                .rows())
        : HeldOut.of(all, plan.evaluation().fraction(), plan.seed());
  }

  private TokenizedDataset tokenized(
      List<Path> files,
      RowTokenizer rule,
      int vocabulary,
      String purpose,
      List<Integer> rowsOfFiles) {
    List<Row> rows = new ArrayList<>();
    for (Path file : files) {
      List<Row> some = new RowFiles().readAll(file, ColumnMapping.none());
      rowsOfFiles.add(some.size());
      rows.addAll(some);
    }
    TokenizedDataset tokens = TokenizedDataset.of(rows, rule, vocabulary);
    if (tokens.truncated() > 0) {
      notes.add(
          "Longer than allowed, so that the end is lost: %d of %s %s."
              .formatted(tokens.truncated(), Counted.of(rows.size(), "row"), purpose));
    }
    if (tokens.withoutLabels() > 0) {
      notes.add(
          "Left out, since no token is to be learnt: %d of %s %s."
              .formatted(tokens.withoutLabels(), Counted.of(rows.size(), "row"), purpose));
    }
    return tokens;
  }

  /** Whatever is wrong there is shown beside this setting, in a form and on the command line. */
  private static <T> T beside(Setting setting, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException e) {
      Problem why = e.problem();
      throw Problem.at(
              why.field().orElse(setting.option()), why.kind(), why.message(), why.remedy())
          .asException(e);
    }
  }

  private Path file(String nameOrFile) {
    return new DatasetLocator(catalog.datasets()).find(nameOrFile);
  }

  private PeftAdapter adapter(String nameOrFolder, ModelFiles model) {
    Path folder = new AdapterLocator(catalog.adapters()).find(nameOrFolder);
    return new PeftReader(new SafetensorsReader(), new TensorNumbers()).read(folder, model.model());
  }

  /** Rank, alpha, targets and patterns are the adapter's; dropout is this training's. */
  private static LoraSpec withDropout(LoraSpec lora, TrainingPlan plan) {
    double dropout = plan.lora().map(LoraSpec::dropout).orElse(0.0);
    return new LoraSpec(
        lora.rank(),
        lora.alpha(),
        dropout,
        lora.targets(),
        lora.rankPattern(),
        lora.alphaPattern(),
        lora.layers(),
        lora.rankStabilised());
  }
}
