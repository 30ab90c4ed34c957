package org.deltaworks.corpus.polder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.hub.ModelFolderWriter;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * Turns the float32 folder that pre-training left into the one that is bundled, for developers:
 * {@code PublishPolder TRAINED FOLDER}. Weights become bfloat16, half the size; everything else is
 * copied.
 */
public final class PublishPolder {
  private PublishPolder() {}

  /** Writes the folder, which must not be there or be empty. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("PublishPolder TRAINED FOLDER");
      System.exit(2);
    }
    publish(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Writes the bundled form of trained weights into a folder that is not there yet. */
  static void publish(Path from, Path to) {
    ModelFiles trained = ModelFolder.ofKnownFamilies().read("polder", from);
    List<OutgoingTensor> tensors =
        trained.tensors().values().stream().map(PublishPolder::brief).toList();
    new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES)
        .write(to, trained.model(), StoredTensor.Type.BF16, tensors);
  }

  private static OutgoingTensor brief(StoredTensor tensor) {
    return new OutgoingTensor(
        tensor.name(),
        StoredTensor.Type.BF16,
        tensor.shape(),
        sink -> {
          float[] numbers = new TensorNumbers().read(tensor);
          ByteBuffer bytes =
              ByteBuffer.allocate(Short.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
          for (float number : numbers) {
            bytes.putShort(brief(number));
          }
          sink.put(bytes.flip());
        });
  }

  /** The nearest bfloat16, ties to even, as libtorch rounds. */
  static short brief(float number) {
    int bits = Float.floatToRawIntBits(number);
    int toEven = (bits >>> 16) & 1;
    return (short) ((bits + 0x7FFF + toEven) >>> 16);
  }
}
