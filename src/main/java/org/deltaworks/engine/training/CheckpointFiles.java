package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.AtomicFiles;

/**
 * A checkpoint on disk: trained numbers and both moments as a safetensors file, progress as
 * properties, in a folder that appears whole or not at all. From it a run goes on bit for bit.
 */
final class CheckpointFiles {
  private static final String STATE = "state.safetensors";
  private static final String PROGRESS = "progress.properties";
  private static final String ORDER = "order";
  private static final int CHUNK = 1 << 22;

  private final Workspace work;

  CheckpointFiles(Workspace work) {
    this.work = work;
  }

  /** Name of the folder for a step. */
  static String folderName(int step) {
    return "step-" + step;
  }

  /** Writes a checkpoint. */
  void write(Path folder, Trained trained, AdamW optimizer, Progress progress) {
    AtomicFiles.createFolder(
        folder,
        temporary -> {
          new SafetensorsWriter()
              .writePlain(
                  temporary.resolve(STATE),
                  List.of(
                      outgoing("values", trained.parameters().values()),
                      outgoing("first_moment", optimizer.first()),
                      outgoing("second_moment", optimizer.second())));
          try (Writer writer = Files.newBufferedWriter(temporary.resolve(PROGRESS))) {
            Properties properties = progress.toProperties();
            properties.setProperty(ORDER, order(trained));
            properties.store(writer, null);
          }
        });
  }

  /** Reads a checkpoint into what is trained, or says why it does not fit. */
  Progress read(Path folder, Trained trained, AdamW optimizer) {
    Progress progress = progress(folder, trained);
    SafetensorsHeader header = new SafetensorsReader().read(folder.resolve(STATE));
    read(header, "values", trained.parameters().values());
    read(header, "first_moment", optimizer.first());
    read(header, "second_moment", optimizer.second());
    return progress;
  }

  private static Progress progress(Path folder, Trained trained) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(PROGRESS))) {
      properties.load(reader);
      if (!order(trained).equals(properties.getProperty(ORDER))) {
        throw broken(folder, null);
      }
      return Progress.of(properties);
    } catch (IOException | NumberFormatException e) {
      throw broken(folder, e);
    }
  }

  /** The numbers have no names in the file: that they lie as this run expects is told by this. */
  private static String order(Trained trained) {
    return Integer.toHexString(List.copyOf(trained.parameters().shapes().keySet()).hashCode());
  }

  private OutgoingTensor outgoing(String name, NDArray array) {
    return new OutgoingTensor(
        name,
        StoredTensor.Type.F32,
        List.of(array.getShape().size()),
        sink -> {
          long size = array.getShape().size();
          for (long start = 0; start < size; start += CHUNK) {
            try (NDManager local = work.scope().newSubManager()) {
              long count = Math.min(CHUNK, size - start);
              sink.put(part(local, array, start, count).toByteBuffer());
            }
          }
        });
  }

  private void read(SafetensorsHeader header, String name, NDArray into) {
    SafetensorsHeader.Entry entry =
        header.tensors().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() -> broken(header.file(), null));
    StoredTensor stored = header.stored(entry, name).orElseThrow(() -> broken(header.file(), null));
    if (stored.elements() != into.getShape().size()) {
      throw broken(header.file(), null);
    }
    try (FileChannel channel = FileChannel.open(header.file(), StandardOpenOption.READ)) {
      long size = stored.elements();
      for (long start = 0; start < size; start += CHUNK) {
        int count = (int) Math.min(CHUNK, size - start);
        ByteBuffer buffer =
            ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
        while (buffer.hasRemaining()) {
          channel.read(buffer, stored.offset() + start * Float.BYTES + buffer.position());
        }
        try (NDManager local = work.scope().newSubManager()) {
          NDArray numbers = local.create(buffer.flip().asFloatBuffer(), new Shape(count));
          work.kernels().one(local, "store", part(local, into, start, count), numbers);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NDArray part(NDManager local, NDArray flat, long start, long count) {
    return work.kernels()
        .one(local, "part", flat, local.create(start), local.create(new long[] {count}));
  }

  private static RuntimeException broken(
      Path folder, @org.jspecify.annotations.Nullable Throwable cause) {
    Problem problem =
        Problem.of(
            Problem.Kind.BAD_FILE,
            "The checkpoint %s does not fit this run, or is broken.".formatted(folder),
            "Start the run again from its beginning.");
    return cause == null ? problem.asException() : problem.asException(cause);
  }
}
