package org.deltaworks.text;

import java.nio.file.Path;
import org.deltaworks.testing.SharedData;

/** Real tokenizers for tests; their native library is unpacked below the build's folder. */
final class Tokenizers {
  private Tokenizers() {}

  static Tokenizer load(Path folder) {
    TokenizerNatives.keepIn(Path.of("target", "natives"));
    return Tokenizer.load(folder);
  }

  static Tokenizer shared(String name) {
    return load(SharedData.at(name));
  }
}
