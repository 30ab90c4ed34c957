package org.deltaworks.ui.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Asks for files and folders; an interface because a window without a display has no dialogs. */
public interface FilePicker {
  /**
   * Asks for a file to read.
   *
   * @param owner window that waits
   * @param title what it is for
   * @param kinds what may be chosen; empty for anything
   */
  Optional<Path> file(Window owner, String title, List<Kind> kinds);

  /** Asks for a folder. */
  Optional<Path> folder(Window owner, String title);

  /** Asks where to write a file. */
  Optional<Path> target(Window owner, String title, String suggestedName, List<Kind> kinds);

  /**
   * A sort of file.
   *
   * @param label for people, such as {@code Examples}
   * @param patterns such as {@code *.jsonl}
   */
  record Kind(String label, List<String> patterns) {
    public Kind {
      patterns = List.copyOf(patterns);
    }
  }
}
