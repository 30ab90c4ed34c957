package org.deltaworks.worker.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * What an earlier start of a child has already worked out: its classes, loaded and linked (JEP 483,
 * 514). The build records it once and the launcher says where it lies. A file that does not fit
 * this Java or these libraries is passed over by the virtual machine, without a word; a missing one
 * leaves the ordinary start.
 *
 * @param folder where the file lies or is to be written; empty where nothing was recorded
 * @param recording whether this installation is being built and the file is to be written
 */
public record StartCache(Optional<Path> folder, boolean recording) {
  private static final String FOLDER = "deltaworks.start";
  private static final String RECORD = "deltaworks.start.record";
  private static final String FILE = "worker.aot";

  /** Nothing recorded. */
  public static StartCache none() {
    return new StartCache(Optional.empty(), false);
  }

  /** As the launcher of this process says. */
  static StartCache ofThisProcess() {
    return new StartCache(
        Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of), Boolean.getBoolean(RECORD));
  }

  /** Options of the virtual machine for a child with these arguments. */
  List<String> options(ChildArguments arguments) {
    Optional<Path> file = folder.map(f -> f.resolve(FILE));
    if (recording) {
      // Two children would write the same file: the one that trains uses most of what there is.
      return file.filter(f -> arguments instanceof ChildArguments.Begin)
          .map(f -> List.of("-XX:AOTCacheOutput=" + f))
          .orElse(List.of());
    }
    return file.filter(Files::isRegularFile)
        .map(f -> List.of("-XX:AOTCache=" + f, "-Xlog:disable"))
        .orElse(List.of("-Xshare:auto"));
  }
}
