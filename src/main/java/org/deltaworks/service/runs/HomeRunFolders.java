package org.deltaworks.service.runs;

import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.FileTrouble;
import org.deltaworks.platform.Folders;

/** The folders of runs in a home folder. */
public record HomeRunFolders(Folders folders) implements RunFolders {
  @Override
  public void remove(long run) {
    Path folder = folders.run(run);
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }
}
