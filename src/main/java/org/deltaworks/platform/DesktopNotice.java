package org.deltaworks.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A notice of the system's desktop, shown by the system's own program in a child process. Titles
 * and texts are handed over as arguments or variables and are never read as commands, options or
 * markup, since names in them come from people. Where there is no such program, or no desktop,
 * nothing happens. Decision 064.
 */
public final class DesktopNotice {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST = 300;

  private DesktopNotice() {}

  /**
   * A program that shows a notice.
   *
   * @param environment what it is handed besides its arguments
   */
  record Program(List<String> command, Map<String, String> environment) {
    Program {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  /** Shows a notice as this system wants it, and returns when that was tried. */
  public static void show(String title, String text) {
    for (Program program : programs(System.getProperty("os.name", ""), title, text)) {
      if (succeeds(program)) {
        return;
      }
    }
  }

  /**
   * What shows a notice on a system, the best first.
   *
   * @param system its name, as Java tells it
   */
  static List<Program> programs(String system, String title, String text) {
    String name = system.toLowerCase(Locale.ROOT);
    String head = plain(title);
    String body = plain(text);
    if (name.startsWith("linux")) {
      return List.of(notifySend(head, body), gdbus(head, body));
    }
    if (name.startsWith("mac")) {
      return List.of(osascript(head, body));
    }
    return name.startsWith("windows") ? List.of(powershell(head, body)) : List.of();
  }

  /** Its text is read twice: backslashes by the program, markup by the desktop. */
  private static Program notifySend(String title, String text) {
    return new Program(
        List.of(
            "notify-send",
            "--app-name=Deltaworks",
            "--",
            title,
            withoutMarkup(text).replace("\\", "\\\\")),
        Map.of());
  }

  /** Reads its arguments as values of GLib; a quoted string is nothing but a string. */
  private static Program gdbus(String title, String text) {
    String notifications = "org.freedesktop.Notifications";
    return new Program(
        List.of(
            "gdbus",
            "call",
            "--session",
            "--dest=" + notifications,
            "--object-path=/org/freedesktop/Notifications",
            "--method=" + notifications + ".Notify",
            "'Deltaworks'",
            "uint32 0",
            "''",
            quoted(title),
            quoted(withoutMarkup(text)),
            "@as []",
            "@a{sv} {}",
            "int32 10000"),
        Map.of());
  }

  private static Program osascript(String title, String text) {
    return new Program(
        List.of(
            "osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run",
            title,
            text),
        Map.of());
  }

  /** The script is constant; title and text are variables, put into the toast as text nodes. */
  private static Program powershell(String title, String text) {
    String script =
        "$null = [Windows.UI.Notifications.ToastNotificationManager,"
            + " Windows.UI.Notifications, ContentType = WindowsRuntime];"
            + " $x = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent("
            + "[Windows.UI.Notifications.ToastTemplateType]::ToastText02);"
            + " $t = $x.GetElementsByTagName('text');"
            + " $null = $t.Item(0).AppendChild($x.CreateTextNode($env:DELTAWORKS_TITLE));"
            + " $null = $t.Item(1).AppendChild($x.CreateTextNode($env:DELTAWORKS_TEXT));"
            + " $app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}"
            + "\\WindowsPowerShell\\v1.0\\powershell.exe';"
            + " [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app)"
            + ".Show([Windows.UI.Notifications.ToastNotification]::new($x))";
    String encoded = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    return new Program(
        List.of(
            WindowsPowershell.file(), "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded),
        Map.of("DELTAWORKS_TITLE", title, "DELTAWORKS_TEXT", text));
  }

  private static String withoutMarkup(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** On one line, without what terminals and protocols act upon, and no longer than one reads. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static boolean succeeds(Program program) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(program.command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(program.environment());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
