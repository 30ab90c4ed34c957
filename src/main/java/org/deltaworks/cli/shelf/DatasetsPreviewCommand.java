package org.deltaworks.cli.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Json;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.datasets.DatasetPreview;
import org.deltaworks.service.datasets.LengthSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a data file is read: its form, its first rows, the lines that cannot be read. */
@Command(name = "preview", description = "Shows how a file of examples is read.")
public final class DatasetsPreviewCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  @Parameters(paramLabel = "DATA", description = "Name or file of the data.")
  private String data = "";

  @Option(names = "--rows", paramLabel = "N", description = "How many rows. Default: 5.")
  private int rows = 5;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Also count the rows in this model's tokens.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--loss-on",
      paramLabel = "completion|all",
      description = "Which tokens are learnt. Default: completion.")
  private String lossOn = "completion";

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Where rows are cut. Default: the smaller of 512 and the model's context.")
  private Optional<Integer> maxLength = Optional.empty();

  /** For one call. */
  public DatasetsPreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::preview);
  }

  private Result preview(Workbench bench) {
    mapping.refuse();
    if (rows < 0) {
      throw Problem.at(
              "rows", Problem.Kind.WRONG_USAGE, "--rows is %d.".formatted(rows), "Give 0 or more.")
          .asException();
    }
    DatasetPreview preview = bench.datasets().preview(data, rows);
    Optional<LengthSummary> lengths = model.map(name -> lengths(bench, name));
    Facts facts =
        new Facts()
            .with("format", preview.form())
            .with("rows", preview.rows().stream().map(DatasetFacts::row).toList())
            .with(
                "problems",
                preview.problems().stream()
                    .map(p -> new Facts().with("line", p.line()).with("message", p.message()).map())
                    .toList())
            .with("lengths", lengths.map(DatasetFacts::lengths));
    return Result.of(facts.map(), lines(preview, lengths));
  }

  private LengthSummary lengths(Workbench bench, String name) {
    int most =
        maxLength.orElseGet(
            () -> Math.min(DEFAULT_LENGTH, bench.models().open(name).decoder().context()));
    TrainingPlan.LossOn counted =
        lossOn.toLowerCase(Locale.ROOT).equals("all")
            ? TrainingPlan.LossOn.ALL
            : TrainingPlan.LossOn.COMPLETION;
    return bench.datasets().lengths(data, name, counted, most);
  }

  private static List<String> lines(DatasetPreview preview, Optional<LengthSummary> lengths) {
    List<String> lines = new ArrayList<>();
    lines.add("Read as " + RowFormWords.of(preview.form()) + ".");
    preview.rows().forEach(row -> lines.add(Json.line(DatasetFacts.row(row))));
    preview.problems().forEach(p -> lines.add("Line %d: %s".formatted(p.line(), p.message())));
    lengths.ifPresent(
        l -> {
          Map<String, ?> facts = DatasetFacts.lengths(l);
          lines.addAll(FactLines.of(facts));
        });
    return lines;
  }

  private static final int DEFAULT_LENGTH = 512;
}
