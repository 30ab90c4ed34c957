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

/**
 * Sends everything that is logged to files in {@code home/logs}: one line a record, a few files
 * that are reused in turn, one set for each process at a time. What third parties log comes the
 * same way. Close it last.
 */
public final class LogFiles implements AutoCloseable {
  private static final int BYTES = 2 << 20;
  private static final int FILES = 5;

  private final Handler handler;

  private LogFiles(Handler handler) {
    this.handler = handler;
  }

  /**
   * Begins to write; the terminal gets nothing any more.
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
      Logger root = LogManager.getLogManager().getLogger("");
      for (Handler old : List.of(root.getHandlers())) {
        if (old instanceof ConsoleHandler) {
          root.removeHandler(old);
        }
      }
      root.setLevel(Level.INFO);
      root.addHandler(handler);
      return new LogFiles(handler);
    } catch (IOException e) {
      throw FileTrouble.writing(logs, e);
    }
  }

  @Override
  public void close() {
    LogManager.getLogManager().getLogger("").removeHandler(handler);
    handler.close();
  }
}
