package org.deltaworks.service.runs;

import org.deltaworks.domain.training.Run;

/** Port: the folders in which runs keep checkpoints and logs. */
public interface RunFolders {
  /** Removes the folder of a run, if there is one. */
  void remove(long run);

  /** Removes the folder of a checkpoint, if there is one. */
  void remove(Run.Checkpoint checkpoint);
}
