package org.deltaworks.format.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.FileTrouble;

/**
 * Reads the header of a safetensors file and believes none of it unseen. The format is eight bytes
 * of length (little-endian), a JSON object, then the numbers.
 */
public final class SafetensorsReader {
  /** The reference implementation's limit: a longer header is an attack or garbage. */
  private static final long MAX_HEADER = 100_000_000;

  private static final int LENGTH_BYTES = 8;
  private static final String AGAIN = "Download the file again, or choose another one.";

  /**
   * Reads and checks a header; no number is read.
   *
   * @throws ProblemException if the file is missing, a Git LFS pointer, a pickle, truncated, or its
   *     header lies
   */
  public SafetensorsHeader read(Path path) {
    Path file = path.toAbsolutePath();
    refusePickle(file);
    if (!Files.isRegularFile(file)) {
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "%s does not exist.".formatted(file),
              "Choose the folder that holds it, or download it again.")
          .asException();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, channel);
    } catch (EOFException e) {
      throw bad(file, "ends before its header is complete: it is truncated");
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  private SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    refuseOtherContent(file, bytes(channel, 0, (int) Math.min(size, 256)), size);
    if (size < LENGTH_BYTES) {
      throw bad(file, "has only %d bytes: it is truncated".formatted(size));
    }
    long length =
        ByteBuffer.wrap(bytes(channel, 0, LENGTH_BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_HEADER) {
      throw bad(
          file,
          "says that its header has %s bytes, which no safetensors file has"
              .formatted(Long.toUnsignedString(length)));
    }
    if (length > size - LENGTH_BYTES) {
      throw bad(
          file,
          "says that its header has %d bytes, but the whole file has only %d: it is truncated"
              .formatted(length, size));
    }
    byte[] json = bytes(channel, LENGTH_BYTES, (int) length);
    if (json[0] != '{') {
      throw bad(file, "does not begin as a safetensors file does");
    }
    return new HeaderParser(file, LENGTH_BYTES + length, size).parse(json);
  }

  private static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.array();
  }

  private static void refusePickle(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    if (name.endsWith(".bin")
        || name.endsWith(".pt")
        || name.endsWith(".pth")
        || name.endsWith(".ckpt")
        || name.endsWith(".pkl")) {
      throw pickle(file);
    }
  }

  private static void refuseOtherContent(Path file, byte[] start, long size) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("version https://git-lfs.github.com/spec/")) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "%s is only a Git LFS pointer of %d bytes; the weights themselves were not downloaded."
                  .formatted(name(file), size),
              "Run \"git lfs pull\" in its folder, or download the file again.")
          .asException();
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "%s is a web page, not weights: the download went wrong.".formatted(name(file)),
              "Download the file again; you may have to log in or accept a licence first.")
          .asException();
    }
    boolean zip = text.startsWith("PK\u0003\u0004");
    boolean pickle =
        start.length > 1 && (start[0] & 0xff) == 0x80 && start[1] >= 2 && start[1] <= 5;
    boolean header = start.length > LENGTH_BYTES && start[LENGTH_BYTES] == '{';
    if (!header && (zip || pickle)) {
      throw pickle(file);
    }
  }

  private static ProblemException pickle(Path file) {
    return Problem.of(
            Problem.Kind.BAD_FILE,
            "%s is a pickle file, which can run any program when it is opened, so it is not opened."
                .formatted(name(file)),
            "Get the model as safetensors: most models offer it beside, or whoever made it can"
                + " convert it.")
        .asException();
  }

  private static ProblemException bad(Path file, String what) {
    return Problem.of(Problem.Kind.BAD_FILE, "%s %s.".formatted(name(file), what), AGAIN)
        .asException();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
