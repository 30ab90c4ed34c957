package org.deltaworks.format.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.deltaworks.domain.models.StoredTensor;

/**
 * A tensor on its way into a file.
 *
 * @param name as it will be in the file
 * @param type type of its numbers
 * @param shape dimensions, outermost first
 * @param content writes its bytes when its turn comes, so that not all need to be in memory
 */
public record OutgoingTensor(
    String name, StoredTensor.Type type, List<Long> shape, Content content) {
  private static final int CHUNK_NUMBERS = 1 << 18;

  public OutgoingTensor {
    shape = List.copyOf(shape);
  }

  /** Where bytes go. */
  @FunctionalInterface
  public interface Sink {
    /** Takes the remaining bytes of the buffer. */
    void put(ByteBuffer bytes) throws IOException;
  }

  /** Source of a tensor's bytes. */
  @FunctionalInterface
  public interface Content {
    /** Puts all bytes in order, little-endian; exactly as many as shape and type say. */
    void writeTo(Sink sink) throws IOException;
  }

  /** A float32 tensor from an array, row by row. */
  public static OutgoingTensor of(String name, List<Long> shape, float[] numbers) {
    return new OutgoingTensor(
        name,
        StoredTensor.Type.F32,
        shape,
        sink -> {
          for (int start = 0; start < numbers.length; start += CHUNK_NUMBERS) {
            int count = Math.min(CHUNK_NUMBERS, numbers.length - start);
            ByteBuffer buffer =
                ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            buffer.asFloatBuffer().put(numbers, start, count);
            sink.put(buffer);
          }
        });
  }

  /** A float32 tensor of which only name and shape are known yet: it has a size, but no bytes. */
  public static OutgoingTensor planned(String name, List<Long> shape) {
    return new OutgoingTensor(
        name,
        StoredTensor.Type.F32,
        shape,
        sink -> {
          throw new IllegalStateException(name + " has no numbers yet");
        });
  }

  /** Length in bytes. */
  public long bytes() {
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    return Math.multiplyExact(elements, type.bytes());
  }
}
