package org.deltaworks.worker.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deltaworks.platform.FileTree;

/**
 * The most that a run has had on the disk at a time: its checkpoints, and what it published. Looked
 * at when something was added, so before anything older goes.
 */
final class DiskUse {
  private final Path checkpoints;
  private long published;
  private long most;

  /**
   * Of one run.
   *
   * @param checkpoints where its checkpoints lie
   * @param before bytes that its earlier processes had at the most
   */
  DiskUse(Path checkpoints, long before) {
    this.checkpoints = checkpoints;
    this.most = before;
  }

  /** A checkpoint was added. */
  void saved() {
    look();
  }

  /** A result was added: a file, or a folder of them. */
  void published(Path result) {
    published += bytes(result);
    look();
  }

  /** Bytes at the most. */
  long most() {
    return most;
  }

  private void look() {
    most = Math.max(most, bytes(checkpoints) + published);
  }

  /** Not known is not worth ending a run for. */
  private static long bytes(Path root) {
    try {
      return root.toFile().exists() ? FileTree.bytes(root) : 0;
    } catch (IOException | UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }
}
