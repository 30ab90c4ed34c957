package org.deltaworks.service.runs;

import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.FileTrouble;
import org.deltaworks.platform.Folders;

/** The folders of runs in a home folder. */
public record HomeRunFolders(Folders folders) implements RunFolders {
  @Override
  public void remove(long run) {
    remove(folders.run(run));
  }

  @Override
  public void remove(Run.Checkpoint checkpoint) {
    remove(Path.of(checkpoint.folder()));
  }

  private static void remove(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }
}
