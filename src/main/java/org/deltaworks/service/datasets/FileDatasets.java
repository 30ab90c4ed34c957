package org.deltaworks.service.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.Place;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.format.rows.RowForm;
import org.deltaworks.format.rows.RowPreview;
import org.deltaworks.format.rows.RowVisitor;
import org.deltaworks.platform.FileHash;
import org.deltaworks.platform.FileTrouble;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;

/** Data files as they lie on the disk, read with a model's tokenizer where one is asked for. */
public final class FileDatasets implements DatasetReader {
  private static final String NO_FORM = "none";

  private final RowFiles files = new RowFiles();
  private final ModelService models;

  /** Finds models here. */
  public FileDatasets(ModelService models) {
    this.models = models;
  }

  @Override
  public DatasetEntry describe(String name, Path file) {
    RowPreview preview = files.preview(file, ColumnMapping.none(), 0, FileDatasets::interrupted);
    if (preview.rows() == 0) {
      throw preview.problems().getFirst().problem().asException();
    }
    try {
      return new DatasetEntry(
          name,
          file.toString(),
          form(preview),
          preview.rows(),
          Files.size(file),
          FileHash.of(file));
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  @Override
  public DatasetPreview preview(Path file, int rows) {
    RowPreview preview = files.preview(file, ColumnMapping.none(), rows, FileDatasets::interrupted);
    return new DatasetPreview(
        form(preview),
        preview.first(),
        preview.problems().stream()
            .map(p -> new DatasetPreview.LineProblem(p.place().number(), p.problem().line()))
            .toList());
  }

  @Override
  public LengthSummary lengths(Path file, String model, TrainingPlan.LossOn lossOn, int maxLength) {
    try (Reading reading = new Reading(models.open(model), lossOn)) {
      Lengths lengths = new Lengths(maxLength);
      files.read(file, ColumnMapping.none(), new Each(row -> lengths.add(reading.tokens(row))));
      return lengths.summary(file);
    }
  }

  @Override
  public List<LabelledToken> tokens(Path file, String model, TrainingPlan.LossOn lossOn, int row) {
    List<Row> first =
        files.preview(file, ColumnMapping.none(), row + 1, FileDatasets::interrupted).first();
    if (row >= first.size()) {
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "%s has no row %d.".formatted(file.getFileName(), row + 1),
              "Choose a row up to %d.".formatted(first.size()))
          .asException();
    }
    try (Reading reading = new Reading(models.open(model), lossOn)) {
      TokenizedRow tokens = reading.tokens(first.get(row));
      List<LabelledToken> labelled = new ArrayList<>();
      for (int i = 0; i < tokens.length(); i++) {
        int id = tokens.ids()[i];
        boolean learnt = i > 0 && tokens.labels()[i] != TokenizedRow.NO_LOSS;
        labelled.add(new LabelledToken(id, reading.text(id), learnt));
      }
      return labelled;
    }
  }

  private static String form(RowPreview preview) {
    return preview.form().map(RowForm::text).orElse(NO_FORM);
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** A model's way of reading rows, cut nowhere. */
  private static final class Reading implements AutoCloseable {
    private final Tokenizer tokenizer;
    private final RowTokenizer rule;

    Reading(BaseModel model, TrainingPlan.LossOn lossOn) {
      this.tokenizer = Tokenizer.load(model.folder());
      Optional<ChatTemplate> template = model.chatTemplate().map(ChatTemplate::compile);
      this.rule = new RowTokenizer(tokenizer, template, lossOn, Integer.MAX_VALUE);
    }

    TokenizedRow tokens(Row row) {
      return rule.tokenize(row).row();
    }

    String text(int id) {
      return tokenizer.decode(new int[] {id}, false);
    }

    @Override
    public void close() {
      tokenizer.close();
    }
  }

  /** Takes rows and passes over what is none: that is told by the preview. */
  private record Each(java.util.function.Consumer<Row> receiver) implements RowVisitor {
    @Override
    public boolean row(Place place, RowForm form, Row row) {
      receiver.accept(row);
      return !interrupted();
    }

    @Override
    public boolean problem(Place place, Problem problem) {
      return !interrupted();
    }
  }

  private static final class Lengths {
    private final int maxLength;
    private int[] lengths = new int[1024];
    private int rows;
    private long tokens;
    private long labels;
    private int cut;
    private int withoutLabel;

    Lengths(int maxLength) {
      this.maxLength = maxLength;
    }

    void add(TokenizedRow row) {
      if (rows == lengths.length) {
        lengths = Arrays.copyOf(lengths, 2 * rows);
      }
      lengths[rows++] = row.length();
      tokens += row.length();
      labels += row.labelTokens();
      cut += row.length() > maxLength ? 1 : 0;
      withoutLabel += row.labelTokens() == 0 ? 1 : 0;
    }

    LengthSummary summary(Path file) {
      if (rows == 0) {
        throw Problem.of(
                Problem.Kind.BAD_DATA,
                "%s has no rows.".formatted(file.getFileName()),
                "Choose a file with at least one row.")
            .asException();
      }
      int[] sorted = Arrays.copyOf(lengths, rows);
      Arrays.sort(sorted);
      return new LengthSummary(
          rows,
          tokens,
          labels,
          sorted[0],
          sorted[(rows - 1) / 2],
          sorted[(int) ((rows - 1) * 0.9)],
          sorted[rows - 1],
          cut,
          withoutLabel);
    }
  }
}
