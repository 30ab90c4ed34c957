package org.deltaworks.service.adapters;

import java.nio.file.Path;
import org.deltaworks.domain.adapters.Adapter;

/** Port: the folders of adapters. */
public interface AdapterFolders {
  /** Copies a folder into the home folder and writes its record; both appear or neither. */
  Adapter bringIn(Path folder, String name);

  /** Writes a copy of an adapter, by catalog name or folder, to a new folder. */
  void copyOut(String nameOrFolder, Path out);

  /** Removes a folder if it lies in the home folder; others are not ours to remove. */
  void remove(Path folder);
}
