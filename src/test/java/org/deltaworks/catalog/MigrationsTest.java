package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {
  @TempDir Path home;
  private Folders folders;

  @BeforeEach
  void prepare() {
    folders = CatalogFixture.folders(home).prepare();
  }

  static List<Integer> everyOlderVersionAndThisOne() {
    return Stream.iterate(1, v -> v + 1).limit(Migrations.ofThisProgram().newest()).toList();
  }

  @ParameterizedTest
  @MethodSource("everyOlderVersionAndThisOne")
  void aCatalogOfThisVersionIsReadWithEverythingInIt(int version) throws Exception {
    write(dump(version));
    try (Catalog catalog = Catalog.open(folders)) {
      assertThat(catalog.check()).isEmpty();
      Run run = catalog.runs().find("tiny-stories").orElseThrow();
      assertThat(run.state()).isEqualTo(RunState.FINISHED);
      assertThat(run.draft().text(Setting.RANK)).isEqualTo("4");
      assertThat(run.draft().text(Setting.LEARNING_RATE))
          .as("the default of that day, not of this program")
          .isEqualTo("1e-4");
      assertThat(run.result()).contains("tiny-stories");
      Run.History history = catalog.runs().history(run.id(), 0);
      assertThat(history.steps()).extracting(Run.StepPoint::loss).containsExactly(2.5, 2.25);
      assertThat(history.evaluations())
          .extracting(Run.EvaluationPoint::step, Run.EvaluationPoint::loss)
          .containsExactly(tuple(2, 2.125));
      assertThat(history.samples()).hasSize(1);
      assertThat(history.log()).hasSize(1);
      assertThat(catalog.runs().checkpoints(run.id())).hasSize(1);
      Adapter adapter = catalog.adapters().find("tiny-stories").orElseThrow();
      assertThat(adapter.tags()).containsExactly("demo", "small");
      assertThat(adapter.lineage().run()).contains("tiny-stories");
      assertThat(catalog.models().list()).hasSize(1);
      assertThat(catalog.datasets().list()).hasSize(1);
      assertThat(catalog.settings().get("window.theme")).contains("dark");
    }
    assertThat(schema(folders.catalog())).isEqualTo(freshSchema());
  }

  @Test
  void anOlderCatalogIsCopiedBeforeItChanges() throws Exception {
    write(dump(1));
    Migrations two =
        withNext("ALTER TABLE models ADD COLUMN mood TEXT; CREATE TABLE moods (m TEXT);");
    try (Catalog catalog = Catalog.open(folders, two, Clock.systemUTC())) {
      assertThat(catalog.check()).isEmpty();
    }
    assertThat(number(folders.catalog(), "SELECT count(*) FROM runs")).isEqualTo(1);
    assertThat(number(folders.catalog(), "PRAGMA user_version")).isEqualTo(2);
    assertThat(number(folders.catalog(), "SELECT count(mood) FROM models")).isZero();
    Path copy = onlyBackup();
    assertThat(copy.getFileName().toString()).startsWith("catalog-v001-").endsWith(".backup");
    assertThat(number(copy, "PRAGMA user_version")).isEqualTo(1);
    assertThat(number(copy, "SELECT count(*) FROM steps")).isEqualTo(2);
    assertThat(text(copy, "PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void aMigrationThatFailsChangesNothing() throws Exception {
    write(dump(1));
    Migrations broken = withNext("CREATE TABLE moods (m TEXT); SELECT nonsense FROM nowhere;");
    assertThatThrownBy(() -> Catalog.open(folders, broken, Clock.systemUTC()))
        .isInstanceOf(ProblemException.class);
    assertThat(number(folders.catalog(), "PRAGMA user_version")).isEqualTo(1);
    try (Catalog catalog = Catalog.open(folders)) {
      assertThat(catalog.runs().list()).hasSize(1);
    }
  }

  @Test
  void onlyTheNewestCopiesAreKept() throws Exception {
    for (int i = 0; i < 7; i++) {
      AtomicFiles.writeText(folders.backups().resolve("catalog-v000-2025010" + i + ".backup"), "x");
    }
    write(dump(1));
    Catalog.open(folders, withNext("CREATE TABLE moods (m TEXT);"), Clock.systemUTC()).close();
    try (Stream<Path> copies = Files.list(folders.backups())) {
      assertThat(copies.map(p -> p.getFileName().toString()).sorted())
          .hasSize(5)
          .last()
          .asString()
          .startsWith("catalog-v001-");
    }
  }

  @Test
  void aNewerCatalogIsRefusedInWordsAndLeftAlone() throws Exception {
    write(dump(1) + "PRAGMA user_version = 99;");
    byte[] before = Files.readAllBytes(folders.catalog());
    assertThatThrownBy(() -> Catalog.open(folders))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Kind.NEWER_CATALOG);
              assertThat(e.problem().line())
                  .contains("newer Deltaworks", "version 99", "Install the newer", "--home");
            });
    assertThat(Arrays.equals(Files.readAllBytes(folders.catalog()), before)).isTrue();
    assertThat(folders.backups()).doesNotExist();
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefused() throws Exception {
    write("CREATE TABLE theirs (x TEXT);");
    assertThatThrownBy(() -> Catalog.open(folders))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("made by another program");
    assertThat(number(folders.catalog(), "SELECT count(*) FROM theirs")).isZero();
  }

  @Test
  void aDamagedCatalogIsRefusedInWordsAndKept() throws IOException {
    byte[] rubbish =
        "this is no database, but it was somebody's once. "
            .repeat(200)
            .getBytes(StandardCharsets.UTF_8);
    Files.write(folders.catalog(), rubbish);
    assertThatThrownBy(() -> Catalog.open(folders))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Kind.BAD_FILE);
              assertThat(e.problem().line()).contains("is damaged", "left as it is", "backups");
            });
    assertThat(Files.readAllBytes(folders.catalog())).isEqualTo(rubbish);
  }

  @Test
  void damageInTheMiddleIsToldWhenItIsMet() throws Exception {
    write(dump(1));
    byte[] bytes = Files.readAllBytes(folders.catalog());
    int page = 4096;
    for (int i = page; i < bytes.length; i++) {
      bytes[i] = (byte) 0xEE;
    }
    Files.write(folders.catalog(), bytes);
    assertThatThrownBy(
            () -> {
              try (Catalog catalog = Catalog.open(folders)) {
                catalog.runs().list();
              }
            })
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is damaged");
  }

  private static Migrations withNext(String script) throws IOException {
    return new Migrations(List.of(resource("migrations/V001__first_catalog.sql"), script));
  }

  /** The schema and rows of a catalog of that version, frozen on the day it was released. */
  private static String dump(int version) throws IOException {
    return resource("catalog-v%03d.sql".formatted(version));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path onlyBackup() throws IOException {
    try (Stream<Path> copies = Files.list(folders.backups())) {
      List<Path> all = copies.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  private void write(String sql) throws SQLException {
    try (Connection connection = connect(folders.catalog());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> freshSchema() throws SQLException {
    Folders fresh = new Folders(home.resolve("fresh"), folders.cache());
    Catalog.open(fresh).close();
    return schema(fresh.catalog());
  }

  private static List<String> schema(Path file) throws SQLException {
    List<String> schema = new ArrayList<>();
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")) {
      while (rows.next()) {
        schema.add(rows.getString(1));
      }
    }
    return schema;
  }

  private static int number(Path file, String sql) throws SQLException {
    return Integer.parseInt(text(file, sql));
  }

  private static String text(Path file, String sql) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
