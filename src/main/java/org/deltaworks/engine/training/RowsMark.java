package org.deltaworks.engine.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;

/**
 * A mark by which rows are known again: a run that went on over other rows than it began with would
 * be neither the old run nor a new one.
 */
final class RowsMark {
  private RowsMark() {}

  /** sha256 over ids and labels of all rows in their order. */
  static String of(List<TokenizedRow> rows) {
    MessageDigest digest = sha256();
    for (TokenizedRow row : rows) {
      ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * (1 + 2 * row.length()));
      buffer.putInt(row.length());
      buffer.asIntBuffer().put(row.ids()).put(row.labels());
      digest.update(buffer.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
