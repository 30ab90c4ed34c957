package org.deltaworks.format.hub;

import org.deltaworks.domain.models.DecoderNames;

/**
 * Gives a stored tensor the name that the whole model would give it: some files were saved from the
 * inner model and lack its prefix ({@code h.0.ln_1.weight} for {@code
 * transformer.h.0.ln_1.weight}).
 */
final class CanonicalNames {
  private final String prefix;
  private final String head;

  CanonicalNames(DecoderNames names) {
    this.prefix = names.embedding().substring(0, names.embedding().indexOf('.') + 1);
    this.head = names.head() + ".";
  }

  String of(String stored) {
    return stored.startsWith(prefix) || stored.startsWith(head) ? stored : prefix + stored;
  }
}
