package org.deltaworks.format.rows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever a data file holds, looking at it ends in rows, problems by place, or one problem. */
@Timeout(20)
class RowsFuzz {
  private static final ForeignFile JSON_LINES = new ForeignFile("rows.jsonl");
  private static final ForeignFile JSON = new ForeignFile("rows.json");
  private static final ForeignFile CSV = new ForeignFile("rows.csv");
  private static final ForeignFile TSV = new ForeignFile("rows.tsv");
  private static final ForeignFile TEXT = new ForeignFile("rows.txt");
  private static final ForeignFile PARQUET = new ForeignFile("rows.parquet");

  private final RowFiles files = new RowFiles();

  @FuzzTest
  void jsonLines(byte @NotNull [] data) throws IOException {
    look(JSON_LINES, data);
  }

  @FuzzTest
  void jsonArray(byte @NotNull [] data) throws IOException {
    look(JSON, data);
  }

  @FuzzTest
  void csv(byte @NotNull [] data) throws IOException {
    look(CSV, data);
  }

  @FuzzTest
  void tsv(byte @NotNull [] data) throws IOException {
    look(TSV, data);
  }

  @FuzzTest
  void text(byte @NotNull [] data) throws IOException {
    look(TEXT, data);
  }

  @FuzzTest
  void parquet(byte @NotNull [] data) throws IOException {
    look(PARQUET, data);
  }

  private void look(ForeignFile foreign, byte[] data) throws IOException {
    foreign.holds(data, file -> files.preview(file, ColumnMapping.none(), 10, () -> false));
  }
}
