package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deltaworks.catalog.CatalogFixture.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogAdaptersTest {
  @TempDir Path home;
  private Folders folders;
  private Catalog catalog;
  private AdapterStore adapters;

  @BeforeEach
  void open() {
    folders = CatalogFixture.folders(home).prepare();
    reopen();
  }

  private void reopen() {
    catalog = Catalog.open(folders);
    adapters = catalog.adapters();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private Adapter published(String name) {
    return catalog
        .publisher()
        .publish(
            adapter(name, Path.of("ignored")),
            part -> {
              Files.writeString(part.resolve(AdapterPublisher.CONFIGURATION), "{}");
              Files.writeString(part.resolve(AdapterPublisher.WEIGHTS), "123456");
            });
  }

  @Test
  void aPublishedAdapterIsAFolderAndARecord() {
    Adapter made = published("My täst / one");
    assertThat(made.folder()).isEqualTo(folders.adapters().resolve("My-täst-one"));
    assertThat(made.folder().resolve(AdapterPublisher.WEIGHTS)).hasContent("123456");
    assertThat(made.bytes()).isEqualTo(6);
    assertThat(made.lineage()).isEqualTo(adapter("x", Path.of("")).lineage());
    assertThat(adapters.list()).containsExactly(made);
    assertThat(adapters.find("my täst / ONE")).as("case of ASCII letters").contains(made);
    assertThat(adapters.missing()).isEmpty();
  }

  @Test
  void aNameThatIsTakenGetsANumberSoThatNothingLearntIsLost() {
    assertThat(published("demo").name()).isEqualTo("demo");
    Adapter second = published("Demo");
    assertThat(second.name()).isEqualTo("Demo-2");
    assertThat(second.folder().getFileName()).hasToString("Demo-2");
  }

  @Test
  void aPublicationThatFailsLeavesNeitherFolderNorRecord() throws IOException {
    assertThatThrownBy(
            () ->
                catalog
                    .publisher()
                    .publish(
                        adapter("broken", Path.of("")),
                        part -> {
                          Files.writeString(part.resolve(AdapterPublisher.CONFIGURATION), "{}");
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.NO_SPACE));
    assertThat(adapters.list()).isEmpty();
    assertThat(inShelf()).isEmpty();
    assertThat(published("broken").name()).isEqualTo("broken");
  }

  @ParameterizedTest
  @CsvSource({"while-writing, false", "after-rename, true"})
  void aPublisherThatIsKilledIsFinishedOrUndone(String where, boolean kept) throws Exception {
    try (CatalogChild child = CatalogChild.start(folders, "publish", where)) {
      assertThat(child.line()).isEqualTo("open");
      assertThat(child.line()).startsWith(kept ? "renamed" : "half");
      assertThat(adapters.list()).as("not there before it is whole").isEmpty();
      catalog.close();
      reopen();
      assertThat(adapters.list()).as("a living writer is left alone").isEmpty();
      child.kill();
    }
    catalog.close();
    folders.prepare();
    reopen();
    assertThat(catalog.check()).isEmpty();
    if (kept) {
      assertThat(adapters.list())
          .singleElement()
          .satisfies(
              adapter -> {
                assertThat(adapter.name()).isEqualTo("killed");
                assertThat(adapter.bytes()).isEqualTo(5);
                assertThat(adapter.folder()).isDirectory();
              });
    } else {
      assertThat(adapters.list()).isEmpty();
      assertThat(inShelf()).isEmpty();
    }
  }

  @Test
  void aFolderThatSomebodyDeletedIsToldAndItsRecordKept() throws IOException {
    Adapter made = published("demo");
    FileTree.delete(made.folder());
    assertThat(adapters.missing()).containsExactly(made);
    assertThat(adapters.list()).containsExactly(made);
  }

  @Test
  void aFolderOfSomebodyElsesIsAddedButOnlyIfItIsThere() throws IOException {
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Adapter added = adapters.add(adapter("imported", elsewhere));
    assertThat(added.folder()).isEqualTo(elsewhere.toAbsolutePath());
    assertThat(added.id()).isPositive();
    assertThatThrownBy(() -> adapters.add(adapter("other", home.resolve("not-there"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> adapters.add(adapter("IMPORTED", home)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void renamingKeepsTheFolderAndRefusesATakenName() {
    Adapter made = published("demo");
    published("other");
    Adapter renamed = adapters.rename(made.id(), " better ");
    assertThat(renamed.name()).isEqualTo("better");
    assertThat(renamed.folder()).isEqualTo(made.folder());
    assertThat(adapters.rename(made.id(), "Better").name()).isEqualTo("Better");
    assertThatThrownBy(() -> adapters.rename(made.id(), "other"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("an adapter called other already");
    assertThatThrownBy(() -> adapters.rename(made.id(), " ")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> adapters.rename(99, "x")).isInstanceOf(ProblemException.class);
  }

  @Test
  void notesTagsAndRatingAreKept() {
    Adapter made = published("demo");
    Adapter noted = adapters.annotate(made.id(), "good\nvery", List.of("b", " a ", "b", " "), 4);
    assertThat(noted.notes()).isEqualTo("good\nvery");
    assertThat(noted.tags()).containsExactly("a", "b");
    assertThat(noted.rating()).isEqualTo(4);
    assertThat(adapters.annotate(made.id(), "", List.of(), 0).tags()).isEmpty();
    assertThatThrownBy(() -> adapters.annotate(made.id(), "", List.of(), 6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBinKeepsFilesAndFreesTheName() {
    Adapter made = published("demo");
    adapters.discard(made.id());
    assertThat(adapters.list()).isEmpty();
    assertThat(adapters.find("demo")).isEmpty();
    assertThat(adapters.discarded()).containsExactly(made);
    assertThat(made.folder()).isDirectory();
    Adapter again = published("demo");
    assertThat(again.name()).isEqualTo("demo");
    assertThat(again.folder()).isNotEqualTo(made.folder());
    assertThatThrownBy(() -> adapters.restore(made.id()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("called demo already");
    assertThatThrownBy(() -> adapters.purge(again.id()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not in the bin");
    adapters.rename(again.id(), "newer");
    adapters.restore(made.id());
    assertThat(adapters.list()).extracting(Adapter::name).containsExactly("newer", "demo");
    adapters.discard(made.id());
    adapters.purge(made.id());
    assertThat(adapters.discarded()).isEmpty();
  }

  @Test
  void theHomeFolderMayBeMoved() throws IOException {
    published("demo");
    catalog.close();
    Path moved = home.resolve("moved");
    Files.move(folders.home(), moved);
    folders = new Folders(moved, folders.cache());
    reopen();
    assertThat(adapters.missing()).isEmpty();
    assertThat(adapters.list().getFirst().folder()).startsWith(moved);
  }

  private List<Path> inShelf() throws IOException {
    try (Stream<Path> inside = Files.list(folders.adapters())) {
      return inside.toList();
    }
  }
}
