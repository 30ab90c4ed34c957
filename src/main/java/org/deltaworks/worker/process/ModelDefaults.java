package org.deltaworks.worker.process;

/** What holds where nothing was said. */
final class ModelDefaults {
  /** Tokens kept of a row, unless the model's context is shorter. */
  static final int ROW_LENGTH = 512;

  private ModelDefaults() {}
}
