package org.deltaworks.worker.process;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deltaworks.engine.kernel.Libtorch;

/** The models that were asked last, kept ready. A model whose folder changed is loaded again. */
final class ModelRack implements AutoCloseable {
  private static final int MOST = 2;

  private final Libtorch torch;
  private final Map<Key, LoadedModel> ready = new LinkedHashMap<>(4, 0.75f, true);

  /** A folder as it was when it was loaded. */
  private record Key(Path folder, long modified) {}

  ModelRack(Libtorch torch) {
    this.torch = torch;
  }

  /** The model in a folder. */
  LoadedModel get(String folder) {
    Path place = Path.of(folder);
    File[] files = place.toFile().listFiles();
    long modified = 0;
    for (File file : files == null ? new File[0] : files) {
      modified = Math.max(modified, file.lastModified());
    }
    Key key = new Key(place, modified);
    LoadedModel known = ready.get(key);
    if (known == null) {
      makeRoom();
      known = LoadedModel.load(torch, place);
      ready.put(key, known);
    }
    return known;
  }

  private void makeRoom() {
    while (ready.size() >= MOST) {
      Key oldest = ready.keySet().iterator().next();
      LoadedModel gone = ready.remove(oldest);
      if (gone != null) {
        gone.close();
      }
    }
  }

  @Override
  public void close() {
    ready.values().forEach(LoadedModel::close);
    ready.clear();
  }
}
