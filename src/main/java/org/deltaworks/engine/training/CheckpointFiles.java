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
import java.util.function.Supplier;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FolderSeal;

/**
 * A checkpoint on disk: trained numbers and both moments as a safetensors file, progress as
 * properties, a seal over both, in a folder that appears whole or not at all. From it a run goes on
 * bit for bit: order of rows and dropout follow from seed and step alone.
 */
final class CheckpointFiles {
  private static final String STATE = "state.safetensors";
  private static final String PROGRESS = "progress.properties";
  private static final String ORDER = "order";
  private static final String ROWS = "rows";

  /**
   * A megabyte at a time: larger arrays would not pass through Java's young generation, and Java
   * rather grows than looks for garbage in the old one.
   */
  private static final int CHUNK = 1 << 18;

  private final Workspace work;
  private final Trained trained;
  private final AdamW optimizer;
  private final Supplier<String> rows;

  /**
   * Checkpoints of one training.
   *
   * @param rows mark of the rows it learns from, asked for when it is first needed
   */
  CheckpointFiles(Workspace work, Trained trained, AdamW optimizer, Supplier<String> rows) {
    this.work = work;
    this.trained = trained;
    this.optimizer = optimizer;
    this.rows = rows;
  }

  /** Name of the folder for a step. */
  static String folderName(int step) {
    return "step-" + step;
  }

  /** Writes a checkpoint. */
  void write(Path folder, Progress progress) {
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
            properties.setProperty(ORDER, order());
            properties.setProperty(ROWS, rows.get());
            properties.store(writer, null);
          }
          FolderSeal.put(temporary);
        });
  }

  /**
   * Reads a checkpoint into what is trained; reads nothing of one that is damaged.
   *
   * @throws org.deltaworks.domain.problem.ProblemException of kind BAD_FILE if it is damaged or no
   *     checkpoint of this run, of kind BAD_DATA if the rows are no longer those of the run
   */
  Progress read(Path folder) {
    Progress progress = verified(folder);
    SafetensorsHeader header = new SafetensorsReader().read(folder.resolve(STATE));
    StoredTensor values = find(header, "values", trained.parameters().values());
    StoredTensor first = find(header, "first_moment", optimizer.first());
    StoredTensor second = find(header, "second_moment", optimizer.second());
    read(header, values, trained.parameters().values());
    read(header, first, optimizer.first());
    read(header, second, optimizer.second());
    return progress;
  }

  /** Reads what was trained, and neither moments nor progress; otherwise as {@link #read}. */
  void readValues(Path folder) {
    verified(folder);
    SafetensorsHeader header = new SafetensorsReader().read(folder.resolve(STATE));
    StoredTensor values = find(header, "values", trained.parameters().values());
    read(header, values, trained.parameters().values());
  }

  private Progress verified(Path folder) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(PROGRESS))) {
      properties.load(reader);
      boolean sealed = FolderSeal.isOn(folder) || properties.containsKey(ROWS);
      // Neither mark nor seal: written by a version that knew none.
      if (sealed && !FolderSeal.holds(folder) || !order().equals(properties.getProperty(ORDER))) {
        throw broken(folder, null);
      }
      refuseOtherRows(properties);
      return Progress.of(properties);
    } catch (IOException | IllegalArgumentException e) {
      throw broken(folder, e);
    }
  }

  private void refuseOtherRows(Properties properties) {
    String before = properties.getProperty(ROWS);
    if (before != null && !before.equals(rows.get())) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "The examples are no longer those that this run began with: the file was changed.",
              "Put the file back as it was and resume, or start a new run on the changed file.")
          .asException();
    }
  }

  /** The numbers have no names in the file: that they lie as this run expects is told by this. */
  private String order() {
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

  private static StoredTensor find(SafetensorsHeader header, String name, NDArray into) {
    return header.tensors().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .flatMap(entry -> header.stored(entry, name))
        .filter(stored -> stored.elements() == into.getShape().size())
        .orElseThrow(() -> broken(header.file(), null));
  }

  private void read(SafetensorsHeader header, StoredTensor stored, NDArray into) {
    try (FileChannel channel = FileChannel.open(header.file(), StandardOpenOption.READ)) {
      long size = stored.elements();
      // One for all: Java gives direct memory back only when it looks for garbage, which is seldom.
      ByteBuffer buffer =
          ByteBuffer.allocateDirect((int) Math.min(CHUNK, size) * Float.BYTES)
              .order(ByteOrder.nativeOrder());
      for (long start = 0; start < size; start += CHUNK) {
        int count = (int) Math.min(CHUNK, size - start);
        buffer.clear().limit(count * Float.BYTES);
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
            "The checkpoint %s does not fit this run, or is damaged.".formatted(folder),
            "Start the run again from its beginning.");
    return cause == null ? problem.asException() : problem.asException(cause);
  }
}
