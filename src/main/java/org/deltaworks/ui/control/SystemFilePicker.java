package org.deltaworks.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs; opens each where the last one ended. */
public final class SystemFilePicker implements FilePicker {
  private @Nullable File lastFolder;

  @Override
  public Optional<Path> file(Window owner, String title, List<Kind> kinds) {
    return remembered(chooser(title, kinds).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> folder(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    return remembered(chooser.showDialog(owner));
  }

  @Override
  public Optional<Path> target(Window owner, String title, String suggestedName, List<Kind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return remembered(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(String title, List<Kind> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    kinds.forEach(
        kind ->
            chooser
                .getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind.label(), kind.patterns())));
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    return chooser;
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    lastFolder = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }
}
