package org.deltaworks.worker.process;

import java.io.File;
import java.nio.file.Path;
import org.deltaworks.engine.kernel.Libtorch;

/** The models that were asked last, kept ready. A model whose folder changed is loaded again. */
final class ModelRack implements AutoCloseable {
  private static final int MOST = 2;

  private final Libtorch torch;
  private final Kept<Key, LoadedModel> ready = new Kept<>(MOST, LoadedModel::close);

  /** A folder as it was when it was loaded. */
  private record Key(Path folder, long modified) {}

  ModelRack(Libtorch torch) {
    this.torch = torch;
  }

  /** The model in a folder, ready until its use is closed. */
  Kept.Use<LoadedModel> use(String folder) {
    Path place = Path.of(folder);
    File[] files = place.toFile().listFiles();
    long modified = 0;
    for (File file : files == null ? new File[0] : files) {
      modified = Math.max(modified, file.lastModified());
    }
    return ready.use(new Key(place, modified), () -> LoadedModel.load(torch, place));
  }

  @Override
  public void close() {
    ready.close();
  }
}
