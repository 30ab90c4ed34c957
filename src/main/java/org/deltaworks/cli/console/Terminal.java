package org.deltaworks.cli.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, progress, warnings and failures to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 * @param interactive whether a person watches, so that a line may be drawn over
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /** The streams of this process, in UTF-8 whatever the system's custom is. */
  public static Terminal ofThisProcess() {
    Console console = System.console();
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        console != null && console.isTerminal());
  }

  /** Tells something that is no result, such as a warning. */
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
