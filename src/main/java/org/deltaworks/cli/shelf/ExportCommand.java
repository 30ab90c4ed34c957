package org.deltaworks.cli.shelf;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.asking.Bases;
import org.deltaworks.cli.asking.MergeTypes;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.NotYet;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an adapter for other programs, and checks what was written. */
@Command(name = "export", description = "Writes an adapter for other programs.")
public final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--adapter",
      required = true,
      paramLabel = "NAME",
      description = "Name or folder of the adapter.")
  private String adapter = "";

  @Option(
      names = "--format",
      paramLabel = "peft|merged",
      description = "peft: as Hugging Face's PEFT reads it. merged: a whole model. Default: peft.")
  private String format = "peft";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is not there yet, or empty.")
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Base to merge into. Default: the one the adapter was made for.")
  private Optional<String> model = Optional.empty();

  /** For one call. */
  public ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::export);
  }

  private Result export(Workbench bench) throws InterruptedException {
    String checked =
        switch (format) {
          case "peft" -> peft(bench);
          case "merged" -> merged(bench);
          case "gguf", "mlx", "ollama" ->
              throw NotYet.problem("Export as " + format, "Choose peft or merged.");
          default ->
              throw Problem.at(
                      "format",
                      Problem.Kind.WRONG_USAGE,
                      "--format is \"%s\".".formatted(format),
                      "Choose peft or merged.")
                  .asException();
        };
    List<String> files = WrittenFiles.in(out);
    return Result.of(
        new Facts()
            .with("out", out.toAbsolutePath().normalize())
            .with("files", files)
            .with("checked", checked)
            .map(),
        List.of("Written: " + String.join(", ", files), checked));
  }

  private String peft(Workbench bench) {
    bench.adapters().exportPeft(adapter, out);
    return WrittenFiles.compared(bench.adapters().folderOf(adapter), out);
  }

  private String merged(Workbench bench) throws InterruptedException {
    String base = model.orElseGet(() -> Bases.of(bench, adapter));
    Merge merge =
        bench
            .evaluation()
            .merge(
                new MergeRequest(
                    base,
                    List.of(AdapterChoice.parse(adapter)),
                    out.toString(),
                    MergeTypes.chosen(Optional.empty(), bench, base)));
    return String.format(
        Locale.ROOT,
        "The model was read back from the folder; its logits differ from those of base and adapter"
            + " by at most %.2g.",
        merge.maxLogitDifference());
  }
}
