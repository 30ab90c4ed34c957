package org.deltaworks.format.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a UTF-8 file with their numbers: ends in LF or CR LF, a byte order mark is skipped, a
 * line that is no UTF-8 or endless is a problem of its own.
 */
final class LineReader implements Closeable {
  private static final int LONGEST = 64 << 20;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;

  LineReader(Path file) throws IOException {
    this.file = file;
    this.in = Files.newInputStream(file);
  }

  /** Number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /**
   * The next line without its end, or null at the end of the file.
   *
   * @throws ProblemException if the line is no text; the next call goes on after it
   */
  @Nullable String next() throws IOException {
    if (start == end && !fill()) {
      return null;
    }
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    boolean ended = false;
    do {
      int at = start;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      tooLong |= bytes.size() + at - start > LONGEST;
      if (!tooLong) {
        bytes.write(buffer, start, at - start);
      }
      ended = at < end;
      start = ended ? at + 1 : at;
    } while (!ended && fill());
    if (tooLong) {
      throw Place.line(file, number)
          .problem("is longer than 64 MB", "Split the row, or leave it out.")
          .asException();
    }
    return text(bytes.toByteArray());
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private String text(byte[] bytes) {
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
          ? text.substring(1)
          : text;
    } catch (CharacterCodingException e) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              Place.line(file, number) + " is not text in UTF-8.",
              "Save the file as UTF-8, or correct the line.")
          .asException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
