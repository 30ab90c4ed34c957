package org.deltaworks.format.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.safetensors.SafetensorsHeader;

/**
 * Settles whether head and embedding are one matrix, as transformers 5 does: if the configuration
 * ties them, whichever of the two is stored is used, and if both are stored but differ they are not
 * tied after all.
 */
final class TiedHead {
  private static final int SAMPLES = 16;
  private static final int SAMPLE_BYTES = 4096;

  private final DecoderSpec spec;
  private final String embedding;
  private final String head;

  TiedHead(DecoderSpec spec) {
    this.spec = spec;
    this.embedding = spec.names().embedding() + ".weight";
    this.head = spec.names().head() + ".weight";
  }

  /** The settled description; a tied matrix is then found under the embedding's name only. */
  DecoderSpec settle(Map<String, ModelFolder.Found> found) {
    ModelFolder.Found asHead = found.get(head);
    if (!spec.tiedHead() || asHead == null) {
      return spec;
    }
    ModelFolder.Found asEmbedding = found.get(embedding);
    if (asEmbedding != null && differ(asEmbedding, asHead)) {
      return untied();
    }
    found.remove(head);
    found.putIfAbsent(embedding, asHead);
    return spec;
  }

  private DecoderSpec untied() {
    DecoderNames names = spec.names();
    return new DecoderSpec(
        spec.modelType(),
        spec.vocabulary(),
        spec.hidden(),
        spec.layers(),
        spec.heads(),
        spec.keyValueHeads(),
        spec.headWidth(),
        spec.intermediate(),
        spec.context(),
        spec.norm(),
        spec.normEpsilon(),
        spec.positions(),
        spec.feedForward(),
        spec.slidingWindow(),
        false,
        names);
  }

  /** Samples are enough: two matrices of a trained model that differ, differ nearly everywhere. */
  private static boolean differ(ModelFolder.Found one, ModelFolder.Found two) {
    SafetensorsHeader.Entry a = one.entry();
    SafetensorsHeader.Entry b = two.entry();
    if (!a.shape().equals(b.shape()) || a.type() != b.type()) {
      return true;
    }
    try (FileChannel first = FileChannel.open(one.header().file(), StandardOpenOption.READ);
        FileChannel second = FileChannel.open(two.header().file(), StandardOpenOption.READ)) {
      long last = Math.max(0, a.bytes() - SAMPLE_BYTES);
      for (int i = 0; i < SAMPLES; i++) {
        long at = last * i / (SAMPLES - 1);
        int length = (int) Math.min(SAMPLE_BYTES, a.bytes());
        if (!sample(first, a.offset() + at, length)
            .equals(sample(second, b.offset() + at, length))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "The weights could not be read: %s.".formatted(e.getMessage()),
              "Check the disk, or download the model again.")
          .asException(e);
    }
  }

  private static ByteBuffer sample(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // Reads until full.
    }
    return buffer.flip();
  }
}
