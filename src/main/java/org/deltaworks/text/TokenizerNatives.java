package org.deltaworks.text;

import java.nio.file.Path;

/**
 * Where the tokenizers' native library is unpacked: it must be told before the first tokenizer is
 * loaded, or the library lands in the user's home folder.
 */
public final class TokenizerNatives {
  private static final String CACHE = "DJL_CACHE_DIR";
  private static final String FLAVOR = "RUST_FLAVOR";
  private static final String OFFLINE = "ai.djl.offline";

  private TokenizerNatives() {}

  /** Unpacks into this folder, unless the environment or an earlier call chose another one. */
  public static void keepIn(Path folder) {
    if (System.getenv(CACHE) == null && System.getProperty(CACHE) == null) {
      System.setProperty(CACHE, folder.toAbsolutePath().toString());
    }
    System.setProperty(OFFLINE, "true");
    // On a machine with a graphics card DJL would look for a library that it does not carry.
    if (System.getenv(FLAVOR) == null) {
      System.setProperty(FLAVOR, "cpu");
    }
  }
}
