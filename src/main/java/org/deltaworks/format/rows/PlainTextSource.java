package org.deltaworks.format.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.domain.problem.ProblemException;

/**
 * Plain text, cut into rows of about {@link #WANTED} characters, which is some 500 tokens: at a
 * blank line where there is one in time, else at the end of a line. Every character but the cut's
 * blank lines is kept. A single line that is longer stays whole.
 */
final class PlainTextSource implements RecordSource {
  static final int WANTED = 2_000;

  @Override
  public String name() {
    return "plain text";
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      Cutter cutter = new Cutter(file, visitor);
      boolean more = true;
      while (more) {
        try {
          String line = lines.next();
          if (line == null) {
            cutter.cut();
            return;
          }
          if (line.indexOf('\0') >= 0) {
            throw Place.line(file, lines.number())
                .problem("holds zero bytes: this is no text", "Choose a text file.")
                .asException();
          }
          more = cutter.line(line, lines.number());
        } catch (ProblemException e) {
          more = visitor.problem(Place.line(file, lines.number()), e.problem());
        }
      }
    }
  }

  /** Collects lines into a row. */
  private static final class Cutter {
    private final Path file;
    private final RecordVisitor visitor;
    private final StringBuilder text = new StringBuilder();
    private long start = 1;

    Cutter(Path file, RecordVisitor visitor) {
      this.file = file;
      this.visitor = visitor;
    }

    boolean line(String line, long number) {
      boolean more = true;
      boolean full = text.length() + line.length() > WANTED;
      boolean paragraphEnds = line.isBlank() && text.length() > WANTED / 2;
      if (full || paragraphEnds) {
        more = cut();
        start = number;
      }
      if (!text.isEmpty() || !line.isBlank()) {
        text.append(line).append('\n');
      }
      return more;
    }

    boolean cut() {
      String row = text.toString().stripTrailing();
      text.setLength(0);
      return row.isEmpty()
          || visitor.record(
              Place.line(file, start), JsonRecords.MAPPER.createObjectNode().put("text", row));
    }
  }
}
