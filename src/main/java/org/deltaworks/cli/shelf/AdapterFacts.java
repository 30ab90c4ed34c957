package org.deltaworks.cli.shelf;

import java.util.List;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.domain.adapters.Adapter;

/** The record of an adapter as scripts read it. */
final class AdapterFacts {
  private AdapterFacts() {}

  static Facts of(Adapter adapter) {
    Adapter.Lineage lineage = adapter.lineage();
    return new Facts()
        .with("adapter", adapter.name())
        .with("name", adapter.name())
        .with("id", adapter.id())
        .with("folder", adapter.folder())
        .with("created", adapter.created())
        .with("rank", adapter.rank())
        .with("alpha", adapter.alpha())
        .with("target_modules", adapter.targets())
        .with("parameters", adapter.parameters())
        .with("bytes", adapter.bytes())
        .with("eval_loss", adapter.evaluationLoss())
        .with("base_model", lineage.baseModel())
        .with("base_sha256", lineage.baseSha256())
        .with("run", lineage.run())
        .with("data_sha256", lineage.dataSha256())
        .with("tokenizer_sha256", lineage.tokenizerSha256())
        .with("template_sha256", lineage.templateSha256())
        .with("engine", lineage.engine())
        .with("notes", adapter.notes())
        .with("tags", adapter.tags())
        .with("rating", adapter.rating());
  }

  /** An adapter as a line of a table. */
  static List<String> row(Adapter adapter) {
    return List.of(
        adapter.name(),
        adapter.lineage().baseModel(),
        Integer.toString(adapter.rank()),
        Sizes.of(adapter.bytes()),
        String.join(", ", adapter.tags()));
  }
}
