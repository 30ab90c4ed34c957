package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;

/** Tells a person in plain words why a file could not be read or written, and what to do. */
public final class FileTrouble {
  private static final List<String> FULL =
      List.of("no space left", "not enough space", "disk quota", "disk full", "disk is full");
  private static final List<String> FORBIDDEN =
      List.of("permission denied", "access is denied", "operation not permitted");

  /** Below this many free bytes a failed write is put down to the lack of room. */
  private static final long NO_ROOM = 1 << 20;

  private FileTrouble() {}

  /** What kept us from writing here, as something to throw; the cause is kept for the log. */
  public static ProblemException writing(Path path, Exception cause) {
    Problem problem =
        switch (kindOfWriting(path, cause)) {
          case NO_SPACE ->
              Problem.of(
                  Kind.NO_SPACE,
                  "The disk is full: %s could not be written.".formatted(path),
                  "Free some space on that disk, or choose another folder, and try again.");
          case NO_PERMISSION ->
              Problem.of(
                  Kind.NO_PERMISSION,
                  isReadOnly(cause)
                      ? "%s cannot be written: that disk is read-only.".formatted(path)
                      : "You are not allowed to write %s.".formatted(path),
                  "Choose a folder that you may write to, or change its permissions.");
          case CONFLICT ->
              Problem.of(
                  Kind.CONFLICT,
                  "%s exists already, and nothing there was changed.".formatted(path),
                  "Choose another name, or remove it first.");
          case NOT_FOUND ->
              Problem.of(
                  Kind.NOT_FOUND,
                  "%s could not be written: its folder does not exist.".formatted(path),
                  "Create the folder or choose another one.");
          default ->
              Problem.of(
                  Kind.BAD_FILE,
                  "%s could not be written: %s.".formatted(path, reason(cause)),
                  "Check the disk and the folder, then try again.");
        };
    return problem.asException(cause);
  }

  /** What kept us from reading this file, as something to throw. */
  public static ProblemException reading(Path path, Exception cause) {
    Problem problem =
        switch (kindOf(cause)) {
          case NOT_FOUND ->
              Problem.of(
                  Kind.NOT_FOUND,
                  "There is no %s.".formatted(path),
                  "Check the path; the file may have been moved or deleted.");
          case NO_PERMISSION ->
              Problem.of(
                  Kind.NO_PERMISSION,
                  "You are not allowed to read %s.".formatted(path),
                  "Change the file's permissions, or copy it to a folder of your own.");
          default ->
              Problem.of(
                  Kind.BAD_FILE,
                  "%s could not be read: %s.".formatted(path, reason(cause)),
                  "Check the disk, or get the file again.");
        };
    return problem.asException(cause);
  }

  /** Whether the disk is full. */
  public static boolean isNoSpace(Throwable cause) {
    return says(cause, FULL);
  }

  /** The system's own words may be in any language: where they say nothing, look at the disk. */
  private static Kind kindOfWriting(Path path, Exception cause) {
    Kind kind = kindOf(cause);
    return kind == Kind.BAD_FILE && cause instanceof IOException && hasNoRoom(path)
        ? Kind.NO_SPACE
        : kind;
  }

  private static boolean hasNoRoom(Path path) {
    try {
      return MachineProbe.diskFree(path) < NO_ROOM;
    } catch (ProblemException unknown) {
      return false;
    }
  }

  private static Kind kindOf(Exception cause) {
    if (isNoSpace(cause)) {
      return Kind.NO_SPACE;
    }
    if (isReadOnly(cause) || says(cause, FORBIDDEN)) {
      return Kind.NO_PERMISSION;
    }
    return switch (cause) {
      case AccessDeniedException ignored -> Kind.NO_PERMISSION;
      case FileAlreadyExistsException ignored -> Kind.CONFLICT;
      case DirectoryNotEmptyException ignored -> Kind.CONFLICT;
      case NoSuchFileException ignored -> Kind.NOT_FOUND;
      case NotDirectoryException ignored -> Kind.NOT_FOUND;
      default -> Kind.BAD_FILE;
    };
  }

  private static boolean isReadOnly(Throwable cause) {
    return cause instanceof ReadOnlyFileSystemException || says(cause, List.of("read-only"));
  }

  private static boolean says(Throwable cause, List<String> words) {
    String text = Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(text::contains);
  }

  private static String reason(Exception cause) {
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.getClass().getSimpleName();
  }
}
