package org.deltaworks.domain.models;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a tensor lies in a safetensors file; its numbers are not read.
 *
 * @param name canonical name: module path plus {@code .weight} or {@code .bias}, whatever the file
 *     calls it
 * @param type type of its numbers
 * @param shape its dimensions, outermost first
 * @param file absolute path of the file
 * @param offset first byte within the file
 * @param bytes length
 */
public record StoredTensor(
    String name, Type type, List<Long> shape, Path file, long offset, long bytes) {
  /** Types a base model may be stored in. */
  public enum Type {
    F32(4),
    F16(2),
    BF16(2);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
      return bytes;
    }
  }

  public StoredTensor {
    shape = List.copyOf(shape);
  }

  /** How many numbers. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
