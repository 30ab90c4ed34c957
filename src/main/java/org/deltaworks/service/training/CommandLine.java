package org.deltaworks.service.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deltaworks.domain.training.TrainingDraft;

/** A draft as the command that starts it. */
public final class CommandLine {
  private CommandLine() {}

  /** The arguments after {@code deltaworks}, unquoted. */
  public static List<String> arguments(TrainingDraft draft) {
    List<String> arguments = new ArrayList<>();
    arguments.add("train");
    draft
        .said()
        .forEach(
            (setting, texts) -> {
              for (String text : texts) {
                if (setting.flag()) {
                  arguments.add((isOff(text) ? "--no-" : "--") + setting.option());
                } else if (text.startsWith("-")) {
                  // Separated by a blank, a leading dash would read as another option.
                  arguments.add("--" + setting.option() + "=" + text);
                } else {
                  arguments.add("--" + setting.option());
                  arguments.add(text);
                }
              }
            });
    return List.copyOf(arguments);
  }

  /** One line to paste into a terminal. */
  public static String of(TrainingDraft draft) {
    return "deltaworks "
        + arguments(draft).stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
  }

  private static boolean isOff(String text) {
    return text.equals("false") || text.equals("off");
  }

  /** As a POSIX shell reads it back. */
  static String quoted(String argument) {
    if (!argument.isEmpty() && argument.matches("[\\w@%+=:,./-]+")) {
      return argument;
    }
    return "'" + argument.replace("'", "'\\''") + "'";
  }
}
