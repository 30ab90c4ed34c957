package org.deltaworks.cli.shelf;

import java.util.List;
import java.util.Map;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.service.datasets.LengthSummary;

/** Data files and their rows as scripts read them. */
final class DatasetFacts {
  private DatasetFacts() {}

  static Facts of(DatasetEntry entry) {
    return new Facts()
        .with("dataset", entry.name())
        .with("name", entry.name())
        .with("path", entry.path())
        .with("format", entry.form())
        .with("rows", entry.rows())
        .with("bytes", entry.bytes())
        .with("sha256", entry.sha256());
  }

  static Map<String, ?> row(Row row) {
    return switch (row) {
      case Row.Text text -> new Facts().with("text", text.text()).map();
      case Row.Prompted pair ->
          new Facts().with("prompt", pair.prompt()).with("completion", pair.completion()).map();
      case Row.Conversation talk ->
          new Facts()
              .with(
                  "messages",
                  talk.turns().stream()
                      .map(
                          t ->
                              new Facts().with("role", t.role()).with("content", t.content()).map())
                      .toList())
              .map();
      case Row.Tokens tokens ->
          new Facts()
              .with("input_ids", java.util.Arrays.stream(tokens.row().ids()).boxed().toList())
              .with("labels", java.util.Arrays.stream(tokens.row().labels()).boxed().toList())
              .map();
    };
  }

  static Map<String, ?> lengths(LengthSummary lengths) {
    return new Facts()
        .with("rows", lengths.rows())
        .with("tokens", lengths.tokens())
        .with("label_tokens", lengths.labelTokens())
        .with("shortest", lengths.shortest())
        .with("median", lengths.median())
        .with("ninetieth", lengths.ninetieth())
        .with("longest", lengths.longest())
        .with("cut", lengths.cut())
        .with("without_label", lengths.withoutLabel())
        .map();
  }

  /** A data file as a line of a table. */
  static List<String> line(DatasetEntry entry) {
    return List.of(
        entry.name(),
        RowFormWords.of(entry.form()),
        "%,d".formatted(entry.rows()),
        Sizes.of(entry.bytes()),
        entry.path());
  }
}
