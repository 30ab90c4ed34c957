package org.deltaworks.service.diagnostics;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of a text what belongs to the person: paths of their folders, their name, secrets. What
 * stands in quotes in a log goes too, and so do the messages of exceptions, because both may quote
 * a row of the data or a prompt; the names of exceptions and their places in the program stay.
 */
final class Discretion {
  /** Shorter secrets would take ordinary words with them. */
  private static final int SHORTEST_SECRET = 6;

  private static final Pattern TOKEN =
      Pattern.compile("\\b(hf|sk|ghp|github_pat)_?-?[A-Za-z0-9_-]{12,}");
  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(TOKEN|KEY|SECRET|PASSWORD|PASSWD|CREDENTIAL).*");

  /** Homes of people on Linux, macOS and Windows. */
  private static final Pattern SOMEBODYS_HOME =
      Pattern.compile("(?i)(/home/|/Users/|[A-Z]:\\\\+Users\\\\+)[^/\\\\\\s:\"']+");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|$)|“[^”]*(”|$)");
  private static final Pattern EXCEPTION =
      Pattern.compile("((?:[a-z_][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Throwable))(: .*)?");
  private static final String FRAME = "at ";
  private static final String FOLD = " | ";

  private final Map<String, String> replaced = new LinkedHashMap<>();
  private final Pattern name;

  /**
   * For one person on one machine.
   *
   * @param home Deltaworks' home folder
   * @param userHome the person's own folder
   * @param userName what they are called on this machine
   * @param environment its variables; the values of those that name a secret are taken out
   */
  Discretion(Path home, Path userHome, String userName, Map<String, String> environment) {
    environment.entrySet().stream()
        .filter(e -> SECRET_NAME.matcher(e.getKey().toUpperCase(Locale.ROOT)).matches())
        .map(Map.Entry::getValue)
        .filter(value -> value.length() >= SHORTEST_SECRET)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(value -> replaced.put(value, "(secret)"));
    replaced.put(home.toString(), "(Deltaworks home)");
    if (userHome.getNameCount() > 0) {
      replaced.put(userHome.toString(), "(home)");
    }
    // "root" and the like name nobody, and are words of the program too.
    this.name =
        List.of("root", "user", "admin", "administrator").contains(userName)
                || userName.length() < 3
            ? Pattern.compile("(?!)")
            : Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(userName) + "(?![\\p{L}\\p{N}])");
  }

  /** A text of the program's own, without what is the person's. */
  String text(String text) {
    String clean = text;
    for (Map.Entry<String, String> entry : replaced.entrySet()) {
      clean = clean.replace(entry.getKey(), entry.getValue());
    }
    clean = TOKEN.matcher(clean).replaceAll("(secret)");
    clean = SOMEBODYS_HOME.matcher(clean).replaceAll("(home)");
    return name.matcher(clean).replaceAll("(name)");
  }

  /** Lines of a log, without what they may quote. */
  String log(String lines) {
    StringBuilder out = new StringBuilder();
    lines.lines().forEach(line -> out.append(text(logLine(line))).append('\n'));
    return out.toString();
  }

  /** The log folds a stack trace behind its line; each part is looked at by itself. */
  private static String logLine(String line) {
    StringBuilder out = new StringBuilder();
    boolean inMessage = false;
    for (String part : line.split(Pattern.quote(FOLD), -1)) {
      boolean frame = part.strip().startsWith(FRAME) || part.strip().startsWith("... ");
      boolean thrown = EXCEPTION.matcher(part).find();
      inMessage = thrown || (inMessage && !frame);
      if (thrown || !inMessage) {
        out.append(out.isEmpty() ? "" : FOLD).append(frame ? part : part(part));
      }
    }
    return out.toString();
  }

  private static String part(String part) {
    return QUOTED.matcher(EXCEPTION.matcher(part).replaceAll("$1")).replaceAll("\"…\"");
  }
}
