package org.deltaworks.format.safetensors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.platform.AtomicFiles;

/** Writes safetensors files that Hugging Face libraries read. */
public final class SafetensorsWriter {
  /** transformers refuses files that do not say so. */
  public static final Map<String, String> METADATA = Map.of("format", "pt");

  private static final int ALIGNMENT = 8;

  /**
   * Writes a file that appears whole or not at all. Wider numbers come first so that each tensor
   * stays aligned when the file is mapped into memory.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the disk is full or the folder cannot
   *     be written to
   * @throws IllegalArgumentException if two tensors have one name
   */
  public void write(Path target, List<OutgoingTensor> tensors) {
    AtomicFiles.writeAt(target, temporary -> writePlain(temporary, tensors));
  }

  /** How many bytes the file of these tensors has, its header included. */
  public long size(List<OutgoingTensor> tensors) {
    return header(ordered(tensors)).remaining()
        + tensors.stream().mapToLong(OutgoingTensor::bytes).sum();
  }

  /** Writes into a folder that itself is still under a temporary name. */
  public void writePlain(Path file, List<OutgoingTensor> tensors) throws IOException {
    List<OutgoingTensor> ordered = ordered(tensors);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      putAll(channel, header(ordered));
      for (OutgoingTensor tensor : ordered) {
        long start = channel.position();
        tensor.content().writeTo(bytes -> putAll(channel, bytes));
        if (channel.position() - start != tensor.bytes()) {
          throw new IllegalArgumentException(
              "%s gave %d bytes, its shape needs %d"
                  .formatted(tensor.name(), channel.position() - start, tensor.bytes()));
        }
      }
    }
  }

  private static List<OutgoingTensor> ordered(List<OutgoingTensor> tensors) {
    return tensors.stream()
        .sorted(Comparator.comparingInt((OutgoingTensor t) -> -t.type().bytes()))
        .toList();
  }

  private static ByteBuffer header(List<OutgoingTensor> tensors) {
    ObjectNode root = JsonFile.newObject();
    ObjectNode metadata = root.putObject("__metadata__");
    METADATA.forEach(metadata::put);
    long offset = 0;
    for (OutgoingTensor tensor : tensors) {
      if (root.has(tensor.name())) {
        throw new IllegalArgumentException("two tensors are called " + tensor.name());
      }
      ObjectNode entry = root.putObject(tensor.name());
      entry.put("dtype", tensor.type().name());
      ArrayNode shape = entry.putArray("shape");
      tensor.shape().forEach(shape::add);
      entry.putArray("data_offsets").add(offset).add(offset + tensor.bytes());
      offset += tensor.bytes();
    }
    byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer buffer = ByteBuffer.allocate(ALIGNMENT + padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(json);
    while (buffer.hasRemaining()) {
      buffer.put((byte) ' ');
    }
    return buffer.flip();
  }

  private static void putAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
