package org.deltaworks.catalog;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.Folders;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever lies where the catalog should be, opening and reading it ends well or in a problem. */
@Timeout(20)
class CatalogFuzz {
  private static final int PATCH = 5;

  private final Path home = Files.createTempDirectory("catalog");

  CatalogFuzz() throws IOException {}

  /** The bytes are changes to a catalog with a run in it: four for the place, one to put there. */
  @FuzzTest
  void damaged(byte @NotNull [] data) throws IOException {
    Folders folders = CatalogFixture.folders(home);
    byte[] bytes = whole(folders);
    ByteBuffer patches = ByteBuffer.wrap(data);
    while (patches.remaining() >= PATCH) {
      bytes[Math.floorMod(patches.getInt(), bytes.length)] = patches.get();
    }
    Files.write(folders.catalog(), bytes);
    ForeignFile.modest(bytes.length, () -> read(folders));
    FileTree.delete(home);
  }

  /** What a run's settings may look like in a catalog that somebody edited. */
  @FuzzTest
  void settings(byte @NotNull [] data) throws IOException {
    String text = new String(data, StandardCharsets.UTF_8);
    ForeignFile.modest(data.length, () -> DraftText.read(text, text).toPlan());
  }

  private static byte[] whole(Folders folders) throws IOException {
    FileTree.delete(folders.home());
    try (Catalog catalog = Catalog.open(folders)) {
      CatalogFixture.running(catalog, "tide", 20);
    }
    return Files.readAllBytes(folders.catalog());
  }

  private static void read(Folders folders) {
    try (Catalog catalog = Catalog.open(folders)) {
      catalog.runs().list().forEach(run -> catalog.runs().history(run.id(), 0));
      catalog.adapters().list();
      catalog.models().list();
      catalog.datasets().list();
      catalog.runs().find("tide").ifPresent(Run::draft);
    }
  }
}
