package org.deltaworks.format.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.FileTrouble;

/** Finds a data file's format by its name and its first characters. */
final class FormatFinder {
  private static final int LOOKED_AT = 8192;

  private final Path file;

  FormatFinder(Path file) {
    this.file = file;
  }

  RecordSource find() {
    String start = start();
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (start.startsWith("PAR1") || name.endsWith(".parquet")) {
      return new ParquetSource();
    }
    refuseBinary(start);
    if (name.endsWith(".csv")) {
      return new CsvSource(separator(start));
    }
    if (name.endsWith(".tsv")) {
      return new CsvSource('\t');
    }
    String text = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
    boolean json = name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    if (text.stripLeading().startsWith("[") && json) {
      return new JsonArraySource();
    }
    if (json || text.stripLeading().startsWith("{")) {
      return new JsonLinesSource();
    }
    String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return line.contains(PairLinesSource.BETWEEN) ? new PairLinesSource() : new PlainTextSource();
  }

  /** The first bytes, one character each. */
  private String start() {
    if (Files.isDirectory(file)) {
      throw told("is a folder, not a file", "Choose the file inside it.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LOOKED_AT);
      String start = new String(bytes, StandardCharsets.ISO_8859_1);
      if (start.isBlank() && bytes.length < LOOKED_AT) {
        throw told("is empty", "Choose a file with at least one row.");
      }
      return start;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private void refuseBinary(String start) {
    if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
      throw told("is text in UTF-16", "Save the file as UTF-8.");
    }
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      throw told(
          "is only a Git LFS pointer; the data themselves were not downloaded",
          "Run \"git lfs pull\" in its folder, or download the file again.");
    }
    if (start.startsWith("\u001F\u008B") || start.startsWith("PK\u0003\u0004")) {
      throw told("is packed", "Unpack it first, then choose the file inside.");
    }
    if (start.indexOf('\0') >= 0) {
      throw told(
          "holds zero bytes, so it is no text",
          "Choose a JSON Lines, JSON, CSV, TSV, Parquet or text file.");
    }
  }

  /** Spreadsheets of countries with a decimal comma separate by semicolons. */
  private static char separator(String start) {
    String header = start.lines().findFirst().orElse("");
    if (header.indexOf(',') < 0 && header.indexOf(';') >= 0) {
      return ';';
    }
    return header.indexOf(',') < 0 && header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private ProblemException told(String what, String remedy) {
    return Problem.of(Problem.Kind.BAD_DATA, "%s %s.".formatted(file.getFileName(), what), remedy)
        .asException();
  }
}
