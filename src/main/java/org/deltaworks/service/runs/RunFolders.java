package org.deltaworks.service.runs;

/** Port: the folders in which runs keep checkpoints and logs. */
@FunctionalInterface
public interface RunFolders {
  /** Removes the folder of a run, if there is one. */
  void remove(long run);
}
