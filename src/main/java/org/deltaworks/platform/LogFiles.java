package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Sends everything that is logged to files in {@code home/logs}: one line a record, a few files
 * that are reused in turn, one set for each process at a time. What third parties log comes the
 * same way. Close it last.
 */
public final class LogFiles implements AutoCloseable {
  private static final int BYTES = 2 << 20;
  private static final int FILES = 5;

  private final Handler handler;
  private final List<Handler> silenced;

  private LogFiles(Handler handler, List<Handler> silenced) {
    this.handler = handler;
    this.silenced = silenced;
  }

  /**
   * Begins to write; the terminal gets nothing until it is closed.
   *
   * @param logs folder of the logs
   * @param role what the process is, such as {@code window}; the first part of the files' names
   */
  public static LogFiles open(Path logs, String role) {
    AtomicFiles.ensureFolder(logs);
    String pattern = logs.resolve(role).toString().replace("%", "%%") + "-%u.%g.log";
    try {
      FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
      handler.setFormatter(new LineFormat());
      handler.setEncoding("UTF-8");
      handler.setLevel(Level.ALL);
      Logger root = root();
      List<Handler> terminal =
          Stream.of(root.getHandlers()).filter(ConsoleHandler.class::isInstance).toList();
      terminal.forEach(root::removeHandler);
      root.setLevel(Level.INFO);
      root.addHandler(handler);
      return new LogFiles(handler, terminal);
    } catch (IOException e) {
      throw FileTrouble.writing(logs, e);
    }
  }

  private static Logger root() {
    return LogManager.getLogManager().getLogger("");
  }

  /** Ends; the terminal gets what it got before. */
  @Override
  public void close() {
    root().removeHandler(handler);
    handler.close();
    silenced.forEach(root()::addHandler);
  }
}
