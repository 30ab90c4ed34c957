package org.deltaworks.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.ProblemException;

/**
 * Files and folders that appear whole or not at all: written under a temporary name in the same
 * folder, forced to the disk, then renamed. After a failure nothing is left behind; after a crash
 * {@link StaleParts} removes what is. Every failure is a {@link ProblemException} in plain words.
 */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Fills a file or a folder at a path, for writers that need more than a stream. */
  @FunctionalInterface
  public interface Filling {
    /** Writes at this path, which is a temporary one. */
    void fill(Path part) throws IOException;
  }

  /** Writes a text file in UTF-8, replacing an older one of this name. */
  public static void writeText(Path target, String text) {
    writeBytes(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, replacing an older one of this name. */
  public static void writeBytes(Path target, byte[] bytes) {
    write(target, out -> out.write(bytes));
  }

  /** Writes a file through a stream, replacing an older one of this name. */
  public static void write(Path target, Content content) {
    writeAt(
        target,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            content.writeTo(out);
          }
        });
  }

  /** Writes a file at a temporary path of the caller's use, replacing an older one of this name. */
  public static void writeAt(Path target, Filling filling) {
    Path whole = target.toAbsolutePath();
    build(
        whole,
        part -> {
          filling.fill(part);
          FileTree.forceFile(part);
          rename(part, whole, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /**
   * Makes a folder with everything in it. Refuses a name where anything but an empty folder lies.
   *
   * @param filling gets the temporary folder, which exists and is empty
   */
  public static void createFolder(Path target, Filling filling) {
    Path whole = target.toAbsolutePath();
    refuseOccupied(whole);
    build(
        whole,
        part -> {
          Files.createDirectory(part);
          filling.fill(part);
          FileTree.force(part);
          refuseOccupied(whole);
          // Not every system renames onto an empty folder.
          Files.deleteIfExists(whole);
          rename(part, whole);
        });
  }

  /**
   * Refuses a folder to write into when something lies there already, so that a long job learns it
   * before it begins.
   */
  public static void refuseOccupied(Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      } catch (IOException cannotLook) {
        throw FileTrouble.writing(folder, cannotLook);
      }
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw FileTrouble.writing(folder, new FileAlreadyExistsException(folder.toString()));
    }
  }

  /** Makes a folder and those above it, or says why not. */
  public static Path ensureFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (FileAlreadyExistsException aFile) {
      throw FileTrouble.writing(folder, aFile);
    } catch (IOException e) {
      throw FileTrouble.writing(folder, e);
    }
  }

  private static void build(Path whole, Filling work) {
    Path folder = whole.getParent();
    if (folder == null) {
      throw FileTrouble.writing(whole, new NotDirectoryException(whole.toString()));
    }
    ensureFolder(folder);
    Path part = TemporaryName.beside(whole);
    try {
      work.fill(part);
      FileTree.forceFolder(folder);
    } catch (IOException | UncheckedIOException e) {
      Exception cause =
          e instanceof UncheckedIOException u && u.getCause() != null ? u.getCause() : e;
      throw FileTrouble.writing(whole, cause);
    } finally {
      sweep(part);
    }
  }

  private static void rename(Path part, Path whole, StandardCopyOption... options)
      throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException taken) {
      throw new FileAlreadyExistsException(whole.toString());
    } catch (AtomicMoveNotSupportedException oldFileSystem) {
      Files.move(part, whole, options);
    }
  }

  private static void sweep(Path part) {
    try {
      FileTree.delete(part);
    } catch (IOException leftForTheNextStart) {
      System.getLogger(AtomicFiles.class.getName())
          .log(System.Logger.Level.WARNING, "could not remove " + part, leftForTheNextStart);
    }
  }
}
