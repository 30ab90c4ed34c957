package org.deltaworks.app;

import java.nio.file.Path;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.platform.NetworkFolder;
import org.deltaworks.ui.notice.Notices;

/** Tells where the home folder is no good place for a catalog. */
final class HomeWarning {
  private HomeWarning() {}

  /** Looks on a thread of its own, for a network may take its time to answer. */
  static void look(Path home, Notices notices) {
    Thread.ofVirtual()
        .name("look at the home folder")
        .start(
            () ->
                NetworkFolder.typeOf(home)
                    .ifPresent(type -> notices.failed(onAnotherMachine(home, type))));
  }

  private static Problem onAnotherMachine(Path home, String type) {
    return Problem.of(
        Problem.Kind.NOT_AVAILABLE,
        "The home folder %s lies on another machine (%s), where the catalog can be damaged."
            .formatted(home, type),
        "Choose a folder on a disk of this machine with --home.");
  }
}
