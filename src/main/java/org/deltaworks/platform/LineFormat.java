package org.deltaworks.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line a record, so that a log can be searched by line: time, level, process, thread, logger,
 * message, and a stack trace folded behind it.
 */
final class LineFormat extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final long process = ProcessHandle.current().pid();

  @Override
  public String format(LogRecord record) {
    return "%s %s [%d/%d] %s: %s%s%n"
        .formatted(
            TIME.format(record.getInstant()),
            record.getLevel().getName(),
            process,
            record.getLongThreadID(),
            record.getLoggerName(),
            oneLine(formatMessage(record)),
            trace(record.getThrown()));
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return " | " + oneLine(text.toString().strip());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " | ");
  }
}
