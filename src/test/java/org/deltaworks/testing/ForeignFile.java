package org.deltaworks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.problem.ProblemException;

/**
 * A file that anybody may have written, for tests that throw bytes at a parser: whatever they are,
 * only a problem in plain words may come out, and no more memory may be asked for than a file of
 * that size is worth. A test that hangs is ended by its own time limit.
 */
public final class ForeignFile {
  /** What an exception, a few buffers and a library's tables take, many times over. */
  private static final long ALWAYS = 64L << 20;

  /** Trees of small objects take many times the bytes of their text. */
  private static final long FOR_EACH_BYTE = 4_096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What reads the file. */
  @FunctionalInterface
  public interface Parser {
    /** Reads it; a problem in plain words is a good answer. */
    void read(Path file) throws IOException;
  }

  private final Path file;

  /** A file of this name in a folder of its own, which is removed when the program ends. */
  public ForeignFile(String name) {
    try {
      Path folder = Files.createTempDirectory("foreign");
      file = folder.resolve(name);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it lies. */
  public Path folder() {
    return file.resolveSibling("");
  }

  /** Writes the bytes and has them read. */
  public void holds(byte[] content, Parser parser) throws IOException {
    Files.write(file, content);
    modest(content.length, () -> parser.read(file));
  }

  /** Something done to bytes that lie in no file. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /** Does something that may end in a problem in plain words, and watches its memory. */
  public static void modest(int bytes, Work work) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      work.run();
    } catch (ProblemException told) {
      assertThat(told.problem().message()).isNotBlank();
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("bytes of memory asked for by a file of %d bytes", bytes)
        .isLessThan(ALWAYS + FOR_EACH_BYTE * bytes);
  }
}
