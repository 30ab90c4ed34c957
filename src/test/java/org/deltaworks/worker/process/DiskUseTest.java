package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.platform.FileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The most that lay on the disk at a time, of files that come and go. */
class DiskUseTest {
  @TempDir private Path folder;

  private Path file(String name, int bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[bytes]);
  }

  private DiskUse use(long before) {
    return new DiskUse(folder.resolve("checkpoints"), before);
  }

  @Test
  void ofNothingItIsNothing() {
    DiskUse use = use(0);
    use.saved();
    use.published(folder.resolve("missing"));
    assertThat(use.most()).isZero();
  }

  @Test
  void theHighestCounts() throws IOException {
    DiskUse use = use(0);
    file("checkpoints/step-1/state", 100);
    use.saved();
    file("checkpoints/step-2/state", 100);
    use.saved();
    FileTree.delete(folder.resolve("checkpoints/step-1"));
    use.published(file("adapter", 50));
    assertThat(use.most()).isEqualTo(200);
    use.published(file("copy", 80));
    assertThat(use.most()).isEqualTo(230);
  }

  @Test
  void anEarlierProcessMayHaveHadMore() throws IOException {
    DiskUse use = use(150);
    file("checkpoints/step-1/state", 100);
    use.saved();
    assertThat(use.most()).isEqualTo(150);
  }
}
