package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.service.datasets.DatasetPreview;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.ui.fx.Figures;

/** What the form says of the chosen examples; reads files, so not on the window's thread. */
final class ExamplesReader {
  private static final int PREVIEW_ROWS = 50;
  private static final int PROBLEMS_SHOWN = 3;

  private final DatasetService datasets;

  ExamplesReader(DatasetService datasets) {
    this.datasets = datasets;
  }

  /** Reads the beginning of every file; the count of rows is the catalog's. */
  DataNote note(List<String> names) {
    List<DatasetEntry> known = datasets.list();
    long rows = 0;
    List<String> problems = new ArrayList<>();
    String read = "";
    for (String name : names) {
      DatasetPreview preview = datasets.preview(name, PREVIEW_ROWS);
      rows +=
          known.stream()
              .filter(e -> e.name().equals(name))
              .mapToLong(DatasetEntry::rows)
              .findFirst()
              .orElse(preview.rows().size());
      preview.problems().forEach(p -> problems.add("Line %d: %s".formatted(p.line(), p.message())));
      read = preview.form();
    }
    String summary =
        "%s, read as %s".formatted(Figures.counted(rows, "row"), RowFormWords.of(read));
    return new DataNote.Read(
        rows, summary, problems.stream().limit(PROBLEMS_SHOWN).toList(), problems.size());
  }
}
