package org.deltaworks.service.diagnostics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTrouble;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.Machine;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.SettingsService;

/**
 * Gathers what helps to find a defect: versions, this machine, settings, logs, the records of the
 * last runs. No row of a dataset, no prompt, no answer, no token, no path with the person's name.
 * Nothing is sent anywhere: a zip is written where the person says, after they saw the list.
 */
public final class DiagnosticsService {
  /** Runs that are told of, the newest first. */
  private static final int RUNS = 3;

  /** The end of a log tells what happened last. */
  private static final int BYTES_OF_A_LOG = 256 << 10;

  private final Folders folders;
  private final RunStore runs;
  private final SettingsService settings;
  private final AboutService about;
  private final Discretion discretion;

  /** For the person who runs this process. */
  public DiagnosticsService(
      Folders folders, RunStore runs, SettingsService settings, AboutService about) {
    this(
        folders,
        runs,
        settings,
        about,
        new Discretion(
            folders.home(),
            Path.of(System.getProperty("user.home", "")),
            System.getProperty("user.name", ""),
            System.getenv()));
  }

  DiagnosticsService(
      Folders folders,
      RunStore runs,
      SettingsService settings,
      AboutService about,
      Discretion discretion) {
    this.folders = folders;
    this.runs = runs;
    this.settings = settings;
    this.about = about;
    this.discretion = discretion;
  }

  /** Everything that would go into the zip, for the person to look at first. */
  public List<DiagnosticsFile> gather() {
    List<DiagnosticsFile> files = new ArrayList<>();
    files.add(new DiagnosticsFile("versions.txt", "versions and this computer", machine()));
    files.add(
        new DiagnosticsFile(
            "settings.txt", "what you chose in Settings", settings.current() + "\n"));
    for (Run run : runs.list().stream().limit(RUNS).toList()) {
      files.add(
          new DiagnosticsFile(
              "runs/%d.txt".formatted(run.id()),
              "settings without names and texts, losses and notes of \"%s\"".formatted(run.name()),
              new RunRecord(discretion).of(run, runs.history(run.id(), 0))));
      addLog(
          files,
          folders.run(run.id()).resolve("worker.log"),
          "runs/%d.log".formatted(run.id()),
          "what its process wrote");
    }
    for (Path log : logs()) {
      addLog(files, log, "logs/" + log.getFileName(), "what the program logged");
    }
    return files;
  }

  /**
   * Writes the zip.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it is there already or cannot be
   *     written
   */
  public void write(Path zip, List<DiagnosticsFile> files) {
    Path target = zip.toAbsolutePath();
    if (Files.exists(target)) {
      throw FileTrouble.writing(target, new FileAlreadyExistsException(target.toString()));
    }
    AtomicFiles.write(
        target,
        out -> {
          ZipOutputStream packed = new ZipOutputStream(out);
          for (DiagnosticsFile file : files) {
            packed.putNextEntry(new ZipEntry(file.name()));
            packed.write(file.text().getBytes(StandardCharsets.UTF_8));
            packed.closeEntry();
          }
          packed.finish();
        });
  }

  private String machine() {
    Machine machine = new MachineProbe().look();
    List<String> lines = new ArrayList<>();
    about.versions().forEach(v -> lines.add(v.name() + ": " + v.version()));
    lines.add("Processor: " + machine.processor().strip());
    lines.add("Threads and cores: %d, %d".formatted(machine.threads(), machine.cores()));
    lines.add(
        "Memory, all and free: %d MiB, %d MiB"
            .formatted(machine.totalMemory() >> 20, machine.availableMemory() >> 20));
    lines.add("Disk free: %d MiB".formatted(MachineProbe.diskFree(folders.home()) >> 20));
    lines.add("Features: " + String.join(" ", machine.features().stream().sorted().toList()));
    return discretion.text(String.join("\n", lines) + "\n");
  }

  private void addLog(List<DiagnosticsFile> files, Path log, String name, String what) {
    String text = end(log);
    if (!text.isBlank()) {
      files.add(new DiagnosticsFile(name, what, discretion.log(text)));
    }
  }

  private List<Path> logs() {
    try (Stream<Path> inside = Files.list(folders.logs())) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The last lines; a log that is not there or cannot be read has nothing to tell. */
  private static String end(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES_OF_A_LOG);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      return "";
    }
  }
}
