package org.deltaworks.worker.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a process's log: what it said before it died. */
final class LastWords {
  private static final int BYTES = 8192;
  private static final int LINES = 4;
  private static final int LENGTH = 400;

  /** How the logs of libraries begin a record, and those that nobody needs to read. */
  private static final Pattern LOGGED =
      Pattern.compile("^(\\w{3} \\d{1,2}, \\d{4},? \\d|INFO: |SLF4J|\\[?(INFO|WARN|DEBUG)\\b)");

  private LastWords() {}

  /** The last few lines that say something. */
  static Optional<String> of(Path log) {
    if (!Files.isRegularFile(log)) {
      return Optional.empty();
    }
    List<String> lines =
        end(log).lines().map(String::strip).filter(LastWords::saysSomething).toList();
    String words =
        String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(words.length() <= LENGTH ? words : words.substring(0, LENGTH) + "…");
  }

  private static boolean saysSomething(String line) {
    return !line.isEmpty()
        && !LOGGED.matcher(line).find()
        && !line.startsWith("WARNING: ")
        && !line.startsWith("at ")
        && !line.startsWith("#")
        && !line.startsWith("---- ");
  }

  private static String end(Path log) {
    try (FileChannel channel = FileChannel.open(log)) {
      long from = Math.max(0, channel.size() - BYTES);
      ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
        continue;
      }
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
