package org.deltaworks.cli.asking;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well a model foretells a data file. */
@Command(name = "evaluate", description = "Measures the loss of a model on a file of examples.")
public final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Source source = new Source();

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "The examples.")
  private String data = "";

  @Option(
      names = "--loss-on",
      paramLabel = "completion|all",
      description = "Which tokens count. Default: completion.")
  private String lossOn = "completion";

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Where rows are cut. Default: the smaller of 512 and the model's context.")
  private int maxLength;

  /** For one call. */
  public EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::evaluate);
  }

  private Result evaluate(Workbench bench) throws InterruptedException {
    Evaluation evaluation =
        bench
            .evaluation()
            .evaluate(
                new EvaluationRequest(
                    source.model(bench),
                    source.adapters(),
                    data,
                    Choice.of("loss-on", lossOn, TrainingPlan.LossOn.values()),
                    Lengths.checked(maxLength)));
    return Result.of(
        new Facts()
            .with("mean_nll", evaluation.meanLoss())
            .with("perplexity", evaluation.perplexity())
            .with("label_tokens", evaluation.labelTokens())
            .with("rows", evaluation.rows())
            .map(),
        List.of(
            String.format(
                Locale.ROOT,
                "Loss %.6f per token over %s of %s (perplexity %.3f).",
                evaluation.meanLoss(),
                Counted.of(evaluation.labelTokens(), "token"),
                Counted.of(evaluation.rows(), "row"),
                evaluation.perplexity())));
  }
}
