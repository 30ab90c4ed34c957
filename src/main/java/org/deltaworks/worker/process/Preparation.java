package org.deltaworks.worker.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.TokenizedDataset;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;

/**
 * Reads what a run needs, while libtorch is being loaded on another thread. Whatever is wrong with
 * model, data or adapter is found here, before a single number is computed.
 */
final class Preparation {
  private final RunBook book;

  Preparation(RunBook book) {
    this.book = book;
  }

  /** Reads everything. */
  Prepared prepare() {
    TrainingPlan plan = book.run().draft().toPlan().orThrow();
    ModelLocator.Place place =
        new ModelLocator(book.catalog().models(), InstalledFiles.asset("models/polder"))
            .find(plan.model());
    ModelFiles model = ModelFolder.ofKnownFamilies().read(book.run().model(), place.folder());
    Tokenizer tokenizer = Tokenizer.load(place.folder());
    Optional<PeftAdapter> start = plan.initAdapter().map(name -> adapter(name, model));
    List<Path> files = plan.data().stream().map(this::file).toList();
    return new Prepared(
        plan,
        model,
        tokenizer,
        files,
        start.map(adapter -> withDropout(adapter.settings().lora(), plan)).or(plan::lora),
        start.map(PeftAdapter::pairs),
        rows(plan, model, tokenizer, files),
        checkpoint());
  }

  private HeldOut rows(TrainingPlan plan, ModelFiles model, Tokenizer tokenizer, List<Path> files) {
    int context = model.model().decoder().context();
    int usual = Math.min(ModelDefaults.ROW_LENGTH, context);
    RowTokenizer rule =
        new RowTokenizer(
            tokenizer,
            model.model().chatTemplate().map(ChatTemplate::compile),
            plan.lossOn(),
            plan.batch().maxLength().map(asked -> Math.min(asked, context)).orElse(usual));
    int vocabulary = model.model().decoder().vocabulary();
    List<TokenizedRow> all = tokenized(files, rule, vocabulary, "to learn from");
    Optional<Path> apart = plan.evaluation().data().map(this::file);
    return apart.isPresent()
        ? new HeldOut(all, tokenized(List.of(apart.get()), rule, vocabulary, "to test on"))
        : HeldOut.of(all, plan.evaluation().fraction(), plan.seed());
  }

  private List<TokenizedRow> tokenized(
      List<Path> files, RowTokenizer rule, int vocabulary, String purpose) {
    List<Row> rows = new ArrayList<>();
    for (Path file : files) {
      rows.addAll(new RowFiles().readAll(file, ColumnMapping.none()));
    }
    TokenizedDataset tokens = TokenizedDataset.of(rows, rule, vocabulary);
    if (tokens.truncated() > 0) {
      book.note(
          "%d of %d rows %s are longer than allowed and lose their end."
              .formatted(tokens.truncated(), rows.size(), purpose));
    }
    if (tokens.withoutLabels() > 0) {
      book.note(
          "%d of %d rows %s are left out: no token of theirs is to be learnt."
              .formatted(tokens.withoutLabels(), rows.size(), purpose));
    }
    return tokens.rows();
  }

  private Path file(String nameOrFile) {
    return new DatasetLocator(book.catalog().datasets()).find(nameOrFile);
  }

  private PeftAdapter adapter(String nameOrFolder, ModelFiles model) {
    Path folder = new AdapterLocator(book.catalog().adapters()).find(nameOrFolder);
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

  private Optional<Path> checkpoint() {
    List<Run.Checkpoint> all = book.catalog().runs().checkpoints(book.run().id());
    return all.reversed().stream()
        .map(checkpoint -> Path.of(checkpoint.folder()))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
