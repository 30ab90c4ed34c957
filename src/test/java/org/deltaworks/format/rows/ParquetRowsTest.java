package org.deltaworks.format.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that pyarrow wrote; make_parquet.py beside them makes them again. */
class ParquetRowsTest {
  private final RowFiles files = new RowFiles();

  @ParameterizedTest
  @ValueSource(strings = {"none", "snappy", "gzip", "zstd"})
  void readsEveryUsualCompression(String codec) throws Exception {
    RowPreview preview =
        files.preview(file("prompts-" + codec + ".parquet"), ColumnMapping.none(), 10, () -> false);
    assertThat(preview.problems())
        .extracting(p -> p.problem().message())
        .containsExactly(
            "Row 3 of prompts-%s.parquet has a \"prompt\" that is not a text.".formatted(codec));
    assertThat(preview.first())
        .containsExactly(new Row.Prompted("Wie geht es?", "Gut."), new Row.Prompted("日本 🙂", "ja"));
    assertThat(preview.format()).isEqualTo("Parquet");
  }

  @Test
  void readsNestedMessages() throws Exception {
    List<Row> rows = files.readAll(file("chats.parquet"), ColumnMapping.none());
    assertThat(rows).hasSize(2);
    assertThat(rows.getLast())
        .isEqualTo(
            new Row.Conversation(
                List.of(new Row.Turn("user", "Bye"), new Row.Turn("assistant", "By"))));
  }

  @Test
  void readsLists() throws Exception {
    List<Row> rows = files.readAll(file("tokens.parquet"), ColumnMapping.none());
    TokenizedRow first = ((Row.Tokens) rows.getFirst()).row();
    assertThat(first.ids()).containsExactly(1, 2, 3);
    assertThat(first.labels()).containsExactly(-100, 2, 3);
  }

  @Test
  void aTruncatedFileIsTold(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(file("chats.parquet"));
    Path cut = folder.resolve("cut.parquet");
    for (int length : new int[] {5, whole.length / 2, whole.length - 1}) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> files.readAll(cut, ColumnMapping.none()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("cut.parquet cannot be read as Parquet");
    }
  }

  @Test
  void whatIsNoParquetIsRefusedAlsoWhenItIsOnlyLookedAt(@TempDir Path folder) throws IOException {
    Path junk = Files.writeString(folder.resolve("junk.parquet"), "This is no Parquet at all.");
    assertThatThrownBy(() -> files.preview(junk, ColumnMapping.none(), 5, () -> false))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_DATA))
        .hasMessageContaining("junk.parquet cannot be read as Parquet");
  }

  @Test
  void aLookAtAParquetFileCanBeCancelled() throws Exception {
    assertThatThrownBy(
            () -> files.preview(file("chats.parquet"), ColumnMapping.none(), 5, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static Path file(String name) {
    return Path.of(Objects.requireNonNull(ParquetRowsTest.class.getResource(name), name).getPath());
  }
}
