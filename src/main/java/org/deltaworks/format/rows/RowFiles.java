package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.FileTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads data files: JSON Lines, a JSON array, CSV and TSV, Parquet, plain text, and lines {@code
 * prompt||completion}. The format is found by name and first characters, the form of each row by
 * its keys.
 */
public final class RowFiles {
  private static final int SHOWN_PROBLEMS = 100;

  private final RecordReader reader = new RecordReader();

  /**
   * Reads a file row by row.
   *
   * @throws ProblemException if it is missing, empty or no data file; what is wrong with a single
   *     row goes to the visitor
   */
  public void read(Path file, ColumnMapping mapping, RowVisitor visitor) {
    RecordSource source = new FormatFinder(file).find();
    try {
      source.read(file, new Rows(mapping, visitor));
    } catch (CharacterCodingException e) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "%s is not text in UTF-8.".formatted(file.getFileName()),
              "Save the file as UTF-8.")
          .asException(e);
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * Every row of a file.
   *
   * @throws ProblemException also for the first row that cannot be read, and if there is none
   */
  public List<Row> readAll(Path file, ColumnMapping mapping) {
    List<Row> rows = new ArrayList<>();
    read(
        file,
        mapping,
        new RowVisitor() {
          @Override
          public boolean row(Place place, RowForm form, Row row) {
            rows.add(row);
            return true;
          }

          @Override
          public boolean problem(Place place, Problem problem) {
            throw problem.asException();
          }
        });
    if (rows.isEmpty()) {
      throw empty(file);
    }
    return rows;
  }

  /**
   * The first rows, and what the whole file holds.
   *
   * @param shown how many rows to keep
   * @param cancelled asked at every row
   * @throws CancellationException if it was cancelled
   */
  public RowPreview preview(
      Path file, ColumnMapping mapping, int shown, BooleanSupplier cancelled) {
    Collector collector = new Collector(shown, cancelled);
    read(file, mapping, collector);
    if (collector.rows == 0 && collector.problemCount == 0) {
      throw empty(file);
    }
    return new RowPreview(
        new FormatFinder(file).find().name(),
        Optional.ofNullable(collector.form),
        collector.rows,
        collector.first,
        collector.problems,
        collector.problemCount);
  }

  private static ProblemException empty(Path file) {
    return Problem.of(
            Problem.Kind.BAD_DATA,
            "%s has no rows.".formatted(file.getFileName()),
            "Choose a file with at least one row.")
        .asException();
  }

  /** Between records and rows. */
  private final class Rows implements RecordVisitor {
    private final ColumnMapping mapping;
    private final RowVisitor visitor;

    Rows(ColumnMapping mapping, RowVisitor visitor) {
      this.mapping = mapping;
      this.visitor = visitor;
    }

    @Override
    public boolean record(Place place, ObjectNode record) {
      RowForm form;
      Row row;
      try {
        ObjectNode mapped = mapping.apply(place, record);
        form = reader.form(place, mapped);
        row = reader.row(place, form, mapped);
      } catch (ProblemException e) {
        return visitor.problem(place, e.problem());
      }
      return visitor.row(place, form, row);
    }

    @Override
    public boolean problem(Place place, Problem problem) {
      return visitor.problem(place, problem);
    }
  }

  private static final class Collector implements RowVisitor {
    private final int shown;
    private final BooleanSupplier cancelled;
    private final List<Row> first = new ArrayList<>();
    private final List<RowPreview.Located> problems = new ArrayList<>();
    private long rows;
    private long problemCount;
    private @Nullable RowForm form;

    Collector(int shown, BooleanSupplier cancelled) {
      this.shown = shown;
      this.cancelled = cancelled;
    }

    @Override
    public boolean row(Place place, RowForm found, Row row) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      form = form == null ? found : form;
      rows++;
      if (first.size() < shown) {
        first.add(row);
      }
      return true;
    }

    @Override
    public boolean problem(Place place, Problem problem) {
      problemCount++;
      if (problems.size() < SHOWN_PROBLEMS) {
        problems.add(new RowPreview.Located(place, problem));
      }
      return true;
    }
  }
}
