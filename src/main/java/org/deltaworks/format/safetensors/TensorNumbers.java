package org.deltaworks.format.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;

/** Reads the numbers of a tensor as floats, whatever type they are stored in. */
public final class TensorNumbers {
  private static final int CHUNK = 1 << 20;

  /**
   * All numbers, row by row. For adapters and small tensors; a base model's weights are mapped, not
   * read.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the file cannot be read or has become
   *     shorter
   */
  public float[] read(StoredTensor tensor) {
    if (tensor.elements() > Integer.MAX_VALUE - 8) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "\"%s\" has %d numbers, too many to read at once."
                  .formatted(tensor.name(), tensor.elements()),
              "Choose another file.")
          .asException();
    }
    return read(tensor, 0, (int) tensor.elements());
  }

  /**
   * Some of the numbers, counted row by row; so a large tensor can be read in parts.
   *
   * @param from the first of them
   * @throws org.deltaworks.domain.problem.ProblemException as {@link #read(StoredTensor)}
   */
  public float[] read(StoredTensor tensor, long from, int many) {
    float[] numbers = new float[many];
    try (FileChannel channel = FileChannel.open(tensor.file(), StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
      int done = 0;
      while (done < numbers.length) {
        int count = Math.min(numbers.length - done, CHUNK / tensor.type().bytes());
        fill(
            channel,
            buffer.clear().limit(count * tensor.type().bytes()),
            tensor.offset() + (from + done) * tensor.type().bytes());
        convert(buffer.flip(), tensor.type(), numbers, done, count);
        done += count;
      }
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "\"%s\" could not be read from %s: %s."
                  .formatted(tensor.name(), tensor.file().getFileName(), e.getMessage()),
              "Check the disk, or download the file again.")
          .asException(e);
    }
    return numbers;
  }

  private static void fill(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    long next = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, next);
      if (read < 0) {
        throw new EOFException("the file has become shorter");
      }
      next += read;
    }
  }

  private static void convert(
      ByteBuffer bytes, StoredTensor.Type type, float[] into, int start, int count) {
    switch (type) {
      case F32 -> {
        FloatBuffer floats = bytes.asFloatBuffer();
        floats.get(into, start, count);
      }
      case F16 -> {
        ShortBuffer halves = bytes.asShortBuffer();
        for (int i = 0; i < count; i++) {
          into[start + i] = Float.float16ToFloat(halves.get(i));
        }
      }
      case BF16 -> {
        ShortBuffer halves = bytes.asShortBuffer();
        for (int i = 0; i < count; i++) {
          into[start + i] = Float.intBitsToFloat(halves.get(i) << 16);
        }
      }
    }
  }
}
