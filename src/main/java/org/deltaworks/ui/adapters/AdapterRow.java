package org.deltaworks.ui.adapters;

import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.ui.fx.Figures;

/**
 * A row of the table; equal when it is the same adapter, so that a refresh keeps the selection.
 *
 * @param adapter what it shows
 */
public record AdapterRow(Adapter adapter) {
  /** Its name. */
  public String name() {
    return adapter.name();
  }

  /** Name of its base. */
  public String base() {
    return adapter.lineage().baseModel();
  }

  /** Its modules in words. */
  public String modules() {
    return switch (adapter.targets()) {
      case "" -> "usual";
      case "all-linear" -> "all";
      default -> adapter.targets();
    };
  }

  /** Held-out loss, or NaN where nothing was held out. */
  public double loss() {
    return adapter.evaluationLoss().orElse(Double.NaN);
  }

  /** Held-out loss for people. */
  public String lossText() {
    return adapter.evaluationLoss().map(Figures::loss).orElse("\u2013");
  }

  /** Its tags with commas. */
  public String tags() {
    return String.join(", ", adapter.tags());
  }

  /** Its rating as stars. */
  public String stars() {
    return "\u2605".repeat(adapter.rating());
  }

  /** What a line above the table says of all of them. */
  static String total(List<AdapterRow> rows) {
    long bytes = rows.stream().mapToLong(r -> r.adapter().bytes()).sum();
    long bases = rows.stream().map(AdapterRow::base).distinct().count();
    return "%s, %s, %s"
        .formatted(
            Figures.counted(rows.size(), "adapter"),
            Figures.bytes(bytes),
            Figures.counted(bases, "base").toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdapterRow that && that.adapter.id() == adapter.id();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(adapter.id());
  }
}
