package org.deltaworks.ui.training;

import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.ui.fx.Figures;

/**
 * A base that one can start from.
 *
 * @param name its name in the catalog
 * @param detail what it is, in a few words: family, size, licence
 */
public record ModelOption(String name, String detail) {
  /** The option of a base that could be read. */
  static ModelOption of(String name, BaseModel base) {
    return new ModelOption(
        name,
        "%s, %s, %s numbers"
            .formatted(
                base.decoder().modelType(),
                Figures.counted(base.decoder().layers(), "layer"),
                Figures.count(base.parameters())));
  }
}
