package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog is the bus between processes: nobody is shut out, nothing that was said is lost. */
class TwoProcessesTest {
  @TempDir Path home;
  private Folders folders;
  private Catalog catalog;

  @BeforeEach
  void open() {
    folders = CatalogFixture.folders(home);
    catalog = Catalog.open(folders);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void twoWriteAtOnceAndAReaderSeesBothWithoutAGap() throws Exception {
    long theirs = CatalogFixture.running(catalog, "theirs", 0).id();
    long ours = CatalogFixture.running(catalog, "ours", 0).id();
    try (CatalogChild child = CatalogChild.start(folders, "append", theirs, 300)) {
      child.line();
      child.go();
      int seen = 0;
      for (int step = 1; step <= 300; step++) {
        catalog.runs().append(ours, CatalogFixture.step(step, 1.0 / step));
        List<Run.StepPoint> newer = catalog.runs().history(theirs, seen).steps();
        for (Run.StepPoint point : newer) {
          assertThat(point.step()).isEqualTo(++seen);
        }
      }
      assertThat(child.await()).hasSize(300);
    }
    for (long id : List.of(theirs, ours)) {
      assertThat(catalog.runs().history(id, 0).steps())
          .extracting(Run.StepPoint::step)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
    }
    assertThat(catalog.check()).isEmpty();
  }

  @Test
  void aWriterKilledInTheMiddleLosesNothingItWasToldIsSafe() throws Exception {
    long id = CatalogFixture.running(catalog, "run", 0).id();
    int told;
    try (CatalogChild child = CatalogChild.start(folders, "append", id, 1_000_000)) {
      child.line();
      child.go();
      while (Integer.parseInt(child.line()) < 50) {
        assertThat(child).isNotNull();
      }
      List<String> rest = new ArrayList<>(child.kill());
      rest.removeIf(line -> !line.matches("\\d+"));
      told = rest.isEmpty() ? 50 : 50 + rest.size();
    }
    catalog.close();
    catalog = Catalog.open(folders);
    assertThat(catalog.check()).isEmpty();
    List<Run.StepPoint> steps = catalog.runs().history(id, 0).steps();
    assertThat(steps.size())
        .as("one more may have been committed than told")
        .isBetween(told, told + 1);
    assertThat(catalog.runs().get(id).orElseThrow().progress().step()).isEqualTo(steps.size());
  }

  @Test
  void ofManyWhoClaimARunExactlyOneGetsIt() throws Exception {
    long id =
        catalog.runs().create(catalog.runs().propose("run", CatalogFixture.draft(), "polder")).id();
    List<String> answers = new ArrayList<>();
    try (CatalogChild first = CatalogChild.start(folders, "claim", id);
        CatalogChild second = CatalogChild.start(folders, "claim", id)) {
      first.line();
      second.line();
      first.go();
      second.go();
      answers.addAll(first.await());
      answers.addAll(second.await());
    }
    assertThat(answers).containsExactlyInAnyOrder("true", "false");
    assertThat(catalog.runs().get(id).orElseThrow().state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void twoWhoTakeFromTheQueueNeverGetTheSameRun() throws Exception {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "run-" + i).toList();
    for (String name : names) {
      catalog
          .runs()
          .queue()
          .create(catalog.runs().propose(name, CatalogFixture.draft(), "polder"), Optional.empty());
    }
    List<String> taken = new ArrayList<>();
    try (CatalogChild first = CatalogChild.start(folders, "take", 400);
        CatalogChild second = CatalogChild.start(folders, "take", 400)) {
      first.line();
      second.line();
      first.go();
      second.go();
      taken.addAll(first.await());
      taken.addAll(second.await());
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(names);
    assertThat(catalog.runs().queue().waiting()).isEmpty();
    assertThat(catalog.check()).isEmpty();
  }

  @Test
  void ofManyThreadsOneGetsIt() throws Exception {
    long id =
        catalog.runs().create(catalog.runs().propose("run", CatalogFixture.draft(), "polder")).id();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> claims = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Run.Owner owner = new Run.Owner(i + 1, i);
        claims.add(
            threads.submit(
                () -> {
                  start.await();
                  return catalog.runs().claim(id, owner);
                }));
      }
      start.countDown();
      int winners = 0;
      for (Future<Boolean> claim : claims) {
        winners += claim.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void manyMayOpenAFreshCatalogAtOnce(@TempDir Path other) throws Exception {
    Folders fresh = CatalogFixture.folders(other);
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> opened = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        opened.add(
            threads.submit(
                () -> {
                  start.await();
                  try (Catalog one = Catalog.open(fresh)) {
                    return one.runs().list().size();
                  }
                }));
      }
      start.countDown();
      for (Future<Integer> one : opened) {
        assertThat(one.get()).isZero();
      }
    }
  }

  @Test
  void onlyTheCatalogEndsInDb() throws IOException {
    CatalogFixture.running(catalog, "run", 3);
    try (Stream<Path> files = Files.walk(folders.home())) {
      assertThat(files.map(p -> p.getFileName().toString()).filter(name -> name.endsWith(".db")))
          .containsExactly("catalog.db");
    }
  }

  @Test
  void theNativeLibraryIsUnpackedOncePerUserAndNotUnderHome() throws Exception {
    Folders own = new Folders(home.resolve("home"), home.resolve("cache"));
    long id =
        catalog.runs().create(catalog.runs().propose("run", CatalogFixture.draft(), "polder")).id();
    List<FileTime> written = new ArrayList<>();
    for (int start = 0; start < 2; start++) {
      try (CatalogChild child = CatalogChild.start(own, "claim", id)) {
        child.line();
        child.go();
        child.await();
      }
      try (Stream<Path> files = Files.walk(own.cache())) {
        Path library =
            files
                .filter(p -> p.getFileName().toString().contains("sqlitejdbc"))
                .findAny()
                .orElseThrow();
        written.add(Files.getLastModifiedTime(library));
      }
    }
    assertThat(written.get(1)).isEqualTo(written.get(0));
    try (Stream<Path> files = Files.walk(own.home())) {
      assertThat(files).noneMatch(p -> p.getFileName().toString().contains("sqlitejdbc"));
    }
  }
}
