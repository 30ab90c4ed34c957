package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSealTest {
  @TempDir private Path folder;

  @BeforeEach
  void seal() throws IOException {
    Files.writeString(folder.resolve("a"), "one");
    Files.writeString(folder.resolve("b"), "");
    FolderSeal.put(folder);
  }

  @Test
  void holdsWhileNothingChanged() throws IOException {
    assertThat(FolderSeal.isOn(folder)).isTrue();
    assertThat(FolderSeal.holds(folder)).isTrue();
    assertThat(Files.readString(folder.resolve("sha256sums")))
        .contains(FileHash.of("one") + "  a\n");
  }

  @Test
  void isBrokenByEveryChange() throws IOException {
    Files.writeString(folder.resolve("b"), "\0");
    assertThat(FolderSeal.holds(folder)).isFalse();
    Files.delete(folder.resolve("b"));
    assertThat(FolderSeal.holds(folder)).isFalse();
  }

  @Test
  void anEmptyAMissingOrAMeaninglessSealHoldsNothing() throws IOException {
    Path seal = folder.resolve("sha256sums");
    for (String text : new String[] {"", "what", "00  ../a\n", "00  \0\n"}) {
      Files.writeString(seal, text);
      assertThat(FolderSeal.holds(folder)).as(text).isFalse();
    }
    Files.delete(seal);
    assertThat(FolderSeal.isOn(folder)).isFalse();
    assertThat(FolderSeal.holds(folder)).isFalse();
  }
}
