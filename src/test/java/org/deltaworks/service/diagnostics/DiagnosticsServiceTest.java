package org.deltaworks.service.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.platform.Folders;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.SettingsService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsServiceTest {
  private static final String TOKEN = "hf_SoSecretThatNobodyMayKnow";
  private static final String ROW = "My neighbour owes me money";
  private static final String PROMPT = "What does my neighbour owe";
  private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

  @TempDir Path person;
  private Folders folders;
  private Catalog catalog;
  private DiagnosticsService diagnostics;

  @BeforeEach
  void aHomeWithARun() throws IOException {
    folders =
        new Folders(person.resolve("marieke/deltaworks"), Path.of("target", "cache")).prepare();
    catalog = Catalog.open(folders);
    Discretion discretion =
        new Discretion(
            folders.home(), person.resolve("marieke"), "marieke", Map.of("HF_TOKEN", TOKEN));
    SettingsService settings = new SettingsService(folders.home(), catalog.settings());
    diagnostics =
        new DiagnosticsService(
            folders, catalog.runs(), settings, new AboutService(folders.logs()), discretion);
    failedRun();
    Files.writeString(
        folders.logs().resolve("deltaworks-0.0.log"),
        "2026-11-23T21:00:00.000Z SEVERE [1/1] x.Y: opening %s with %s as marieke | %s: %s | at a.B.c(B.java:7)%n"
            .formatted(
                folders.catalog(), TOKEN, ProblemException.class.getName(), "columns " + ROW));
  }

  private void failedRun() throws IOException {
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, person.resolve("marieke/models/mine").toString())
            .with(Setting.DATA, List.of(person.resolve("marieke/diary.jsonl").toString()))
            .with(Setting.SAMPLE_PROMPT, List.of(PROMPT))
            .with(Setting.RANK, "16");
    Run run = catalog.runs().create(catalog.runs().propose("marieke-diary", draft, "mine"));
    catalog.runs().claim(run.id(), new Run.Owner(4_000_000, 12));
    catalog.runs().append(run.id(), new TrainingEvent.Stepped(NOW, 1, 2.5, 0.5, 2e-4, 9, 4, 0.25));
    catalog.runs().append(run.id(), new TrainingEvent.Sampled(NOW, 1, PROMPT, ROW));
    catalog
        .runs()
        .append(
            run.id(),
            new TrainingEvent.Noted(NOW, "line 3 of diary.jsonl, \"" + ROW + "\", is long"));
    Problem problem =
        Problem.of(Problem.Kind.BAD_DATA, "Row 1 has the columns " + ROW + ".", "Look at it.");
    catalog.runs().append(run.id(), new TrainingEvent.Failed(NOW, 1, problem));
    Files.createDirectories(folders.run(run.id()));
    Files.writeString(
        folders.run(run.id()).resolve("worker.log"),
        "terminate called after throwing an instance of 'std::bad_alloc'\n%s\n".formatted(TOKEN));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void theZipHoldsWhatHelpsAndNothingOfThePersons() throws IOException {
    Path zip = person.resolve("report.zip");
    List<DiagnosticsFile> gathered = diagnostics.gather();
    diagnostics.write(zip, gathered);
    Map<String, String> inside = inside(zip);
    assertThat(inside.keySet())
        .containsExactlyInAnyOrderElementsOf(gathered.stream().map(DiagnosticsFile::name).toList())
        .contains("versions.txt", "settings.txt", "runs/1.txt", "runs/1.log")
        .contains("logs/deltaworks-0.0.log");
    assertThat(inside.get("versions.txt")).contains("Deltaworks: ", "Java: ", "Memory");
    assertThat(inside.get("settings.txt")).contains("threads=0");
    assertThat(inside.get("runs/1.txt"))
        .contains(
            "run 1, failed", "rank = 16", "data = (1 given)", "1 2.5 0.5", "problem bad-data");
    assertThat(inside.get("runs/1.log")).contains("std::bad_alloc");
    assertThat(inside.get("logs/deltaworks-0.0.log")).contains("at a.B.c(B.java:7)");
    inside.forEach(
        (name, text) ->
            assertThat(text)
                .as(name)
                .doesNotContain(
                    TOKEN, ROW, PROMPT, "neighbour", "diary", "marieke", person.toString()));
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Path mine = Files.writeString(person.resolve("report.zip"), "mine");
    assertThatThrownBy(() -> diagnostics.write(mine, diagnostics.gather()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("exists already");
    assertThat(mine).hasContent("mine");
  }

  private static Map<String, String> inside(Path zip) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }
}
