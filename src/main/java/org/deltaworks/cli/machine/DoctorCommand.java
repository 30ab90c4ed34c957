package org.deltaworks.cli.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.platform.Machine;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.platform.NetworkFolder;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.diagnostics.DiagnosticsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at this computer and this installation, and says what to do where something is amiss. */
@Command(name = "doctor", description = "Checks this computer and this installation.")
public final class DoctorCommand implements Callable<Integer> {
  private static final double GIBIBYTE = 1L << 30;
  private static final double LITTLE_MEMORY = 2;
  private static final double LITTLE_DISK = 2;

  private final Session session;

  @Option(
      names = "--zip",
      paramLabel = "FILE",
      description =
          "Writes a zip for a bug report instead: versions, settings, logs, the last runs. It holds"
              + " no data, prompt, token or path of yours; what is in it is listed.")
  private Optional<Path> zip = Optional.empty();

  /** For one call. */
  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return zip.isPresent() ? session.run(bench -> report(bench, zip.get())) : checks();
  }

  private static Result report(Workbench bench, Path zip) {
    List<DiagnosticsFile> files = bench.diagnostics().gather();
    bench.diagnostics().write(zip, files);
    List<String> lines = new ArrayList<>(files.stream().map(DiagnosticsFile::line).toList());
    lines.add("Written to %s. Nothing was sent; look inside before you do.".formatted(zip));
    return Result.of(
        new Facts()
            .with("zip", zip.toAbsolutePath().toString())
            .with("files", files.stream().map(DiagnosticsFile::name).toList())
            .map(),
        lines);
  }

  private int checks() throws Exception {
    Machine machine = new MachineProbe().look();
    List<Finding> findings = new ArrayList<>();
    try (Installation.Open open = session.installation().open(session.options().home())) {
      engine(open, findings, machine);
    } catch (RuntimeException failure) {
      findings.add(
          Finding.of(
              "engine",
              () -> {
                throw failure;
              }));
    }
    findings.add(bf16(machine));
    findings.add(memory(machine));
    Folders folders = Folders.find(session.options().home());
    findings.add(disk(folders));
    findings.add(Finding.of("folders", () -> folders(folders)));
    findings.add(model());
    findings.add(versions());
    return session.tell(Findings.result(findings));
  }

  private static void engine(Installation.Open open, List<Finding> findings, Machine machine) {
    EngineFacts[] facts = new EngineFacts[1];
    findings.add(
        Finding.of(
            "engine",
            () -> {
              facts[0] = open.workbench().evaluation().engine();
              return Finding.ok("engine", facts[0].version());
            }));
    if (facts[0] != null) {
      findings.add(Finding.ok("device", facts[0].device() + ", " + machine.processor().strip()));
      findings.add(
          Finding.ok(
              "threads",
              "%d of %d logical processors, %d cores"
                  .formatted(facts[0].threads(), machine.threads(), machine.cores())));
    }
  }

  private static Finding bf16(Machine machine) {
    return Finding.ok(
        "bf16",
        machine.hasFastBfloat16()
            ? "computed by the processor itself"
            : "not in this processor: bfloat16 saves memory but no time");
  }

  private static Finding memory(Machine machine) {
    double free = machine.availableMemory() / GIBIBYTE;
    String found =
        String.format(Locale.ROOT, "%.1f of %.1f GiB free", free, machine.totalMemory() / GIBIBYTE);
    return free < LITTLE_MEMORY
        ? Finding.wrong("memory", found + ".", "Close other programs before training.")
        : Finding.ok("memory", found);
  }

  private static Finding disk(Folders folders) {
    double free = MachineProbe.diskFree(folders.home()) / GIBIBYTE;
    String found = String.format(Locale.ROOT, "%.1f GiB free at %s", free, folders.home());
    return free < LITTLE_DISK
        ? Finding.wrong("disk", found + ".", "Make room, or choose another folder with --home.")
        : Finding.ok("disk", found);
  }

  private static Finding folders(Folders folders) {
    folders.prepare();
    Path home = folders.home();
    Optional<String> network = NetworkFolder.typeOf(home);
    if (network.isPresent()) {
      return Finding.wrong(
          "folders",
          "%s lies on another machine (%s), where the catalog can be damaged."
              .formatted(home, network.get()),
          "Choose a folder on a disk of this machine with --home.");
    }
    return Files.isWritable(home)
        ? Finding.ok("folders", "%s can be written to".formatted(home))
        : Finding.wrong(
            "folders",
            "%s cannot be written to.".formatted(home),
            "Change its permissions, or choose another folder with --home.");
  }

  private static Finding model() {
    return Finding.of("model", () -> Finding.ok("model", "polder in " + InstalledFiles.polder()));
  }

  private Finding versions() {
    return Finding.ok(
        "versions",
        "%s, Java %s, %s %s"
            .formatted(
                session.installation().version(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version")));
  }
}
