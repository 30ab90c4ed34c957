package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTroubleTest {
  @TempDir Path home;

  @Test
  void aFullDiskIsToldInWordsAndWhatWasSavedIsSafe() {
    Folders folders = CatalogFixture.folders(home);
    Run run;
    try (Catalog catalog = Catalog.open(folders)) {
      run = CatalogFixture.running(catalog, "run", 5);
    }
    try (Database database = Database.open(folders.catalog())) {
      // SQLite's own limit: the same error as a disk without a free block.
      database.outsideTransaction(handle -> handle.execute("PRAGMA max_page_count = 1"));
      CatalogRuns runs = new CatalogRuns(database, new HomePaths(home), Clock.systemUTC());
      assertThatThrownBy(
              () -> runs.append(run.id(), new Noted(CatalogFixture.NOW, "x".repeat(1 << 20))))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().kind()).isEqualTo(Kind.NO_SPACE);
                assertThat(e.problem().line()).contains("The disk is full", "Free some space");
              });
      assertThat(runs.get(run.id())).contains(run);
      assertThat(runs.history(run.id(), 0).steps()).hasSize(5);
    }
  }

  @Test
  void aHomeThatCannotBeMadeIsToldInWords() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");
    assertThatThrownBy(() -> Catalog.open(new Folders(file.resolve("home"), home)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().remedy()).isNotBlank());
  }

  @Test
  void aCatalogThatIsAFolderIsToldInWords() throws IOException {
    Folders folders = CatalogFixture.folders(home);
    Files.createDirectories(folders.catalog());
    assertThatThrownBy(() -> Catalog.open(folders))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Kind.NO_PERMISSION);
              assertThat(e.problem().line()).contains("cannot be opened", "--home");
            });
  }

  @Test
  void aCatalogThatMayNotBeWrittenIsToldInWords() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")), "the administrator may write anywhere");
    Folders folders = CatalogFixture.folders(home);
    Catalog.open(folders).close();
    assertThat(folders.catalog().toFile().setWritable(false)).isTrue();
    assertThatThrownBy(
            () -> {
              try (Catalog catalog = Catalog.open(folders)) {
                catalog.settings().put("a", "b");
              }
            })
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Kind.NO_PERMISSION));
  }
}
