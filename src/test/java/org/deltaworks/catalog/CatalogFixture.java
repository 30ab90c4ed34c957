package org.deltaworks.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.Adapter.Lineage;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent.Stepped;
import org.deltaworks.platform.Folders;

/** What the tests of the catalog write into it. */
final class CatalogFixture {
  static final Instant NOW = Instant.parse("2026-11-23T21:00:00.123Z");
  static final Run.Owner OWNER = new Run.Owner(4_000_000, 12);

  private CatalogFixture() {}

  static Folders folders(Path home) {
    return new Folders(home.resolve("home"), Path.of("target", "cache"));
  }

  static TrainingDraft draft() {
    return TrainingDraft.empty()
        .with(Setting.MODEL, "polder")
        .with(Setting.DATA, List.of("a.jsonl", "mit \"Anführung\", Komma"))
        .with(Setting.RANK, "16")
        .with(Setting.SEED, "7");
  }

  static Stepped step(int step, double loss) {
    return new Stepped(NOW.plusMillis(step), step, loss, 0.5, 2e-4, 1_000, 400, 0.25);
  }

  static Adapter adapter(String name, Path folder) {
    return new Adapter(
        0,
        name,
        folder,
        NOW,
        8,
        16,
        "q_proj,v_proj",
        1_234,
        0,
        new Lineage(
            "polder",
            Optional.of("ab"),
            Optional.of("run-1"),
            Optional.of("cd"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("deltaworks 0.1.0, libtorch 2.7.1")),
        Optional.of(1.25),
        "",
        List.of(),
        0);
  }

  /** A running run with this many steps. */
  static Run running(Catalog catalog, String name, int steps) {
    Run run = catalog.runs().create(catalog.runs().propose(name, draft(), "polder"));
    catalog.runs().claim(run.id(), OWNER);
    for (int i = 1; i <= steps; i++) {
      catalog.runs().append(run.id(), step(i, 3.0 / i));
    }
    return catalog.runs().get(run.id()).orElseThrow();
  }
}
