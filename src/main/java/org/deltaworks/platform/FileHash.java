package org.deltaworks.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** sha256 of files and texts, in lower-case hexadecimal. */
public final class FileHash {
  private static final int CHUNK = 1 << 20;

  private FileHash() {}

  /**
   * Hash of a file's bytes.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it cannot be read
   */
  public static String of(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[CHUNK];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Hash of several files: of the one, or of the list of their hashes in their order. */
  public static String of(List<Path> files) {
    return files.size() == 1
        ? of(files.getFirst())
        : of(String.join("\n", files.stream().map(FileHash::of).toList()));
  }

  /** Hash of a text in UTF-8. */
  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
