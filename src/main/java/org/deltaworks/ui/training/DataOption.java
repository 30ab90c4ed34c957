package org.deltaworks.ui.training;

import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.ui.fx.Figures;

/**
 * Examples that one can learn from.
 *
 * @param name their name in the catalog
 * @param detail how many rows and how they are read
 */
public record DataOption(String name, String detail) {
  /** The option of an entry of the catalog. */
  static DataOption of(DatasetEntry entry) {
    return new DataOption(
        entry.name(), Figures.counted(entry.rows(), "row") + ", " + RowFormWords.of(entry.form()));
  }
}
