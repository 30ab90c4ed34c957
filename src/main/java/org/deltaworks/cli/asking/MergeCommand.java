package org.deltaworks.cli.asking;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model and its adapters as one model. */
@Command(
    name = "merge",
    description =
        "Writes a model and its adapters as one model. The model is taken as it is, also where an"
            + " adapter was trained with it in 4 bits.")
public final class MergeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Source source = new Source();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the new model, in Hugging Face layout.")
  private String out = "";

  @Option(
      names = "--dtype",
      paramLabel = "float32|float16|bfloat16",
      description = "Type of its numbers. Default: that of the base.")
  private Optional<String> type = Optional.empty();

  /** For one call. */
  public MergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::merge);
  }

  private Result merge(Workbench bench) throws InterruptedException {
    if (source.adapters().isEmpty()) {
      throw Problem.at(
              "adapter",
              Problem.Kind.WRONG_USAGE,
              "No adapter was named.",
              "Say --adapter with a name or a folder.")
          .asException();
    }
    String model = source.model(bench);
    Merge merge =
        bench
            .evaluation()
            .merge(
                new MergeRequest(
                    model, source.adapters(), out, MergeTypes.chosen(type, bench, model)));
    return Result.of(
        new Facts()
            .with("out", merge.out())
            .with("max_logit_difference", merge.maxLogitDifference())
            .map(),
        String.format(
            Locale.ROOT,
            "The merged model is in %s. Read back, its logits differ by at most %.2g.",
            merge.out(),
            merge.maxLogitDifference()));
  }
}
