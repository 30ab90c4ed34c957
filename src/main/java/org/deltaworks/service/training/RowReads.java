package org.deltaworks.service.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.TokenizedDataset;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a model reads them; the last few readings are kept, so that a slider that moves does not
 * read the files again. A file that changed is read anew.
 */
final class RowReads {
  /** Rows to learn from and to be tested on, and both once more where they are cut shorter. */
  private static final int KEPT = 4;

  private final Map<Key, List<TokenizedRow>> reads = new LinkedHashMap<>(KEPT, 0.75f, true);

  /** What rows depend on. */
  private record Key(Path model, List<Stamp> files, TrainingPlan.LossOn lossOn, int length) {
    Key {
      files = List.copyOf(files);
    }
  }

  /** A file as it was. */
  private record Stamp(Path file, long modified, long bytes) {
    static Stamp of(Path file) {
      return new Stamp(file, file.toFile().lastModified(), file.toFile().length());
    }
  }

  /**
   * The rows of these files.
   *
   * @throws CancellationException if the thread was told that nobody waits for them any more
   */
  synchronized List<TokenizedRow> of(List<Path> files, TrainingPlan plan, BaseModel model) {
    stopIfUnwanted();
    int length = plan.batch().rowLength(model.decoder().context());
    Key key =
        new Key(model.folder(), files.stream().map(Stamp::of).toList(), plan.lossOn(), length);
    @Nullable List<TokenizedRow> known = reads.get(key);
    if (known != null) {
      return known;
    }
    List<TokenizedRow> rows = read(files, plan, model, length);
    reads.put(key, rows);
    if (reads.size() > KEPT) {
      reads.remove(reads.keySet().iterator().next());
    }
    return rows;
  }

  private static List<TokenizedRow> read(
      List<Path> files, TrainingPlan plan, BaseModel model, int length) {
    try (Tokenizer tokenizer = Tokenizer.load(model.folder())) {
      RowTokenizer rule =
          new RowTokenizer(
              tokenizer, model.chatTemplate().map(ChatTemplate::compile), plan.lossOn(), length);
      List<Row> rows = new ArrayList<>();
      for (Path file : files) {
        rows.addAll(new RowFiles().readAll(file, ColumnMapping.none()));
        stopIfUnwanted();
      }
      return TokenizedDataset.of(rows, rule, model.decoder().vocabulary()).rows();
    }
  }

  private static void stopIfUnwanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }
}
