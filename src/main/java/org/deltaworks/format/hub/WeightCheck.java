package org.deltaworks.format.hub;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.platform.FileTrouble;

/**
 * Reads a whole weight file once: its sha256, and the first tensor that holds NaN or infinity.
 * Takes seconds per gigabyte, so it runs beside other work and its result is kept.
 */
public final class WeightCheck {
  /** A multiple of every number's size, so that none is split between two chunks. */
  private static final int CHUNK = 4 << 20;

  private static final int F32_EXPONENT = 0x7f80_0000;
  private static final int F16_EXPONENT = 0x7c00;
  private static final int BF16_EXPONENT = 0x7f80;

  private final SafetensorsReader reader;

  /** Reads headers through this. */
  public WeightCheck(SafetensorsReader reader) {
    this.reader = reader;
  }

  /** The weight files of a model, by name. */
  public static List<Path> files(ModelFiles model) {
    return model.tensors().values().stream()
        .map(StoredTensor::file)
        .distinct()
        .sorted(Comparator.comparing(Path::toString))
        .toList();
  }

  /**
   * One hash for a model: the file's own if there is one, else the hash of the list of names and
   * hashes.
   */
  public static String combined(List<FileCheck> checks) {
    if (checks.size() == 1) {
      return checks.getFirst().sha256();
    }
    MessageDigest digest = sha256();
    checks.stream()
        .map(c -> c.sha256() + "  " + Path.of(c.path()).getFileName() + "\n")
        .sorted()
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Reads a file to its end.
   *
   * @param cancelled asked after every few megabytes
   * @param progress told the bytes read so far
   * @throws CancellationException if it was cancelled
   * @throws org.deltaworks.domain.problem.ProblemException if the file cannot be read or its header
   *     lies
   */
  public FileCheck check(Path file, BooleanSupplier cancelled, LongConsumer progress) {
    SafetensorsHeader header = reader.read(file);
    try (FileChannel channel = FileChannel.open(header.file(), StandardOpenOption.READ)) {
      long modified = Files.getLastModifiedTime(header.file()).toMillis();
      Pass pass = new Pass(channel, cancelled, progress);
      pass.read(0, header.dataStart(), Optional.empty());
      Optional<String> notFinite = Optional.empty();
      for (SafetensorsHeader.Entry tensor : header.tensors()) {
        boolean found = pass.read(tensor.offset(), tensor.bytes(), tensor.type().stored());
        if (found && notFinite.isEmpty()) {
          notFinite = Optional.of(tensor.name());
        }
      }
      return new FileCheck(
          header.file().toString(), header.size(), modified, pass.hash(), notFinite);
    } catch (IOException e) {
      throw FileTrouble.reading(header.file(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One walk through a file, range after range. */
  private static final class Pass {
    private final FileChannel channel;
    private final BooleanSupplier cancelled;
    private final LongConsumer progress;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Pass(FileChannel channel, BooleanSupplier cancelled, LongConsumer progress) {
      this.channel = channel;
      this.cancelled = cancelled;
      this.progress = progress;
    }

    /** Hashes a range; whether it holds a number that is not finite. */
    boolean read(long offset, long bytes, Optional<StoredTensor.Type> type) throws IOException {
      boolean found = false;
      for (long done = 0; done < bytes; done += CHUNK) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        buffer.clear().limit((int) Math.min(CHUNK, bytes - done));
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offset + done + buffer.position()) < 0) {
            throw new EOFException("it has become shorter while it was read");
          }
        }
        buffer.flip();
        digest.update(buffer.duplicate());
        found = found || type.map(this::holdsNotFinite).orElse(false);
        progress.accept(offset + done + buffer.limit());
      }
      return found;
    }

    String hash() {
      return HexFormat.of().formatHex(digest.digest());
    }

    private boolean holdsNotFinite(StoredTensor.Type type) {
      return switch (type) {
        case F32 -> anyInt(buffer.asIntBuffer(), F32_EXPONENT);
        case F16 -> anyShort(buffer.asShortBuffer(), F16_EXPONENT);
        case BF16 -> anyShort(buffer.asShortBuffer(), BF16_EXPONENT);
      };
    }

    private static boolean anyInt(IntBuffer numbers, int exponent) {
      int found = 0;
      for (int i = 0; i < numbers.limit(); i++) {
        found |= (numbers.get(i) & exponent) == exponent ? 1 : 0;
      }
      return found != 0;
    }

    private static boolean anyShort(ShortBuffer numbers, int exponent) {
      int found = 0;
      for (int i = 0; i < numbers.limit(); i++) {
        found |= (numbers.get(i) & exponent) == exponent ? 1 : 0;
      }
      return found != 0;
    }
  }
}
