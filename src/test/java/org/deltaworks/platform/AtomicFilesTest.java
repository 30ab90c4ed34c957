package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFileAppearsWithItsContentAndReplacesTheOlderOne() throws IOException {
    Path file = folder.resolve("deep/er/a.txt");
    AtomicFiles.writeText(file, "first");
    AtomicFiles.writeText(file, "zweite — 2");
    assertThat(Files.readString(file)).isEqualTo("zweite — 2");
    assertThat(names(folder.resolve("deep/er"))).containsExactly("a.txt");
  }

  @Test
  void aFailureInTheMiddleLeavesTheOlderFileAndNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFiles.writeText(file, "first");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Kind.NO_SPACE);
              assertThat(e.problem().line())
                  .contains("The disk is full", file.toString(), "Free some space");
            });
    assertThat(Files.readString(file)).isEqualTo("first");
    assertThat(names(folder)).containsExactly("a.txt");
  }

  @Test
  void theSystemsOwnWordsForAFullDiskAreUnderstood() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.exists(full), "needs Linux: /dev/full is a disk without room");
    assertThatThrownBy(
            () ->
                AtomicFiles.writeAt(
                    folder.resolve("a"),
                    part -> {
                      Files.writeString(part, "half");
                      Files.writeString(full, "x");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.NO_SPACE));
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void anEmptyFolderOfThatNameIsTaken() throws IOException {
    Path target = Files.createDirectory(folder.resolve("adapter"));
    AtomicFiles.createFolder(target, part -> Files.writeString(part.resolve("a"), "x"));
    assertThat(names(target)).containsExactly("a");
  }

  @Test
  void aFolderAppearsWithEverythingInIt() throws IOException {
    Path made = folder.resolve("adapter");
    AtomicFiles.createFolder(
        made,
        part -> {
          assertThat(made).doesNotExist();
          Files.writeString(part.resolve("adapter_config.json"), "{}");
          Files.createDirectory(part.resolve("deeper"));
          Files.writeString(part.resolve("deeper/weights"), "1");
        });
    assertThat(names(made)).containsExactlyInAnyOrder("adapter_config.json", "deeper");
    assertThat(names(folder)).containsExactly("adapter");
  }

  @Test
  void aFolderThatFailsHalfWayLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFiles.createFolder(
                    folder.resolve("adapter"),
                    part -> {
                      Files.writeString(part.resolve("adapter_config.json"), "{}");
                      throw new IOException("Input/output error");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().message()).contains("Input/output error"));
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void aFolderThatHoldsSomethingIsRefusedBeforeAnyWork() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("mine"), "x");
    assertThatThrownBy(() -> AtomicFiles.createFolder(taken, part -> assertThat(true).isFalse()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT));
    assertThat(names(taken)).containsExactly("mine");
  }

  @Test
  void aFolderThatIsTakenWhileOneWorksIsRefusedToo() throws IOException {
    Path target = folder.resolve("adapter");
    assertThatThrownBy(
            () ->
                AtomicFiles.createFolder(
                    target,
                    part -> {
                      Files.createDirectory(target);
                      Files.writeString(target.resolve("theirs"), "x");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT));
    assertThat(names(target)).containsExactly("theirs");
    assertThat(names(folder)).containsExactly("adapter");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldInWords() throws IOException {
    Path proc = Path.of("/proc/version");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.exists(proc), "needs Linux: /proc refuses even the administrator");
    assertThatThrownBy(() -> AtomicFiles.writeText(Path.of("/proc/deltaworks.txt"), "x"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/proc/deltaworks.txt");
  }

  @Test
  void aFolderWithoutWritePermissionIsToldInWords() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            && !"root".equals(System.getProperty("user.name")),
        "the administrator may write anywhere");
    Path locked =
        Files.createDirectory(
            folder.resolve("locked"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    assertThatThrownBy(() -> AtomicFiles.writeText(locked.resolve("a"), "x"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Kind.NO_PERMISSION));
  }

  @Test
  void onlyWhatDeadProcessesLeftIsCleaned() throws IOException {
    Path living = TemporaryName.beside(folder.resolve("living"));
    Files.writeString(living, "x");
    Path dead = Files.createDirectory(folder.resolve(".gone.4000000-12-ab.part"));
    Files.writeString(dead.resolve("half"), "x");
    Path other = Files.writeString(folder.resolve("mine.part"), "x");
    assertThat(StaleParts.clean(folder)).containsExactly(dead);
    assertThat(List.of(living, other)).allMatch(Files::exists);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(p -> p.getFileName().toString()).toList();
    }
  }
}
