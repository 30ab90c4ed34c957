package org.deltaworks.ui.desk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.deltaworks.ui.control.FilePicker;

/** Stands for the system's dialogs, which a window without a display has not. */
public final class ChosenFiles implements FilePicker {
  private final Deque<Path> next = new ArrayDeque<>();

  /** The next dialog will end with this file or folder. */
  public void willChoose(Path path) {
    next.add(path);
  }

  @Override
  public Optional<Path> file(Window owner, String title, List<Kind> kinds) {
    return Optional.ofNullable(next.poll());
  }

  @Override
  public Optional<Path> folder(Window owner, String title) {
    return Optional.ofNullable(next.poll());
  }

  @Override
  public Optional<Path> target(Window owner, String title, String suggestedName, List<Kind> kinds) {
    return Optional.ofNullable(next.poll());
  }
}
