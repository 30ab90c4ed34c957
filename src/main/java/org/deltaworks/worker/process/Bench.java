package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.engine.generation.Scorer;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.training.Evaluation;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.TokenizedDataset;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;

/** Does what is asked, with models that stay ready. On the thread that made it. */
final class Bench implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 8;
  private static final int BEST = 5;

  private final Libtorch torch;
  private final ModelRack models;
  private final Consumer<Reply> replies;

  /** Loads libtorch. */
  Bench(Supplier<Libtorch> torch, Consumer<Reply> replies) {
    this.torch = torch.get();
    this.models = new ModelRack(this.torch);
    this.replies = replies;
  }

  /** Begins an answer, to be closed by the caller. */
  Answering open(Request.Ask ask) {
    return new Answering(models, ask);
  }

  /** Does one request other than a question and replies to it. */
  void work(Request request) {
    switch (request) {
      case Request.Evaluate evaluate ->
          replies.accept(new Reply.Evaluated(evaluate.id(), evaluate(evaluate.request())));
      case Request.Score score ->
          replies.accept(new Reply.Scored(score.id(), score(score.request())));
      case Request.Merge merge ->
          replies.accept(
              new Reply.Merged(merge.id(), new Merging(torch, models).merge(merge.request())));
      case Request.Probe probe ->
          replies.accept(
              new Reply.Probed(
                  probe.id(), new EngineFacts(torch.version(), "cpu", torch.threads())));
      case Request.Ask ask -> throw new IllegalArgumentException("answered in turns: " + ask);
      case Request.Cancel ignored -> {}
    }
  }

  private org.deltaworks.domain.evaluation.Evaluation evaluate(EvaluationRequest request) {
    try (Kept.Use<LoadedModel> model = models.use(request.model());
        Kept.Use<? extends Adaptation> adapted = model.value().with(request.adapters())) {
      return evaluate(request, model.value(), adapted.value());
    }
  }

  private static org.deltaworks.domain.evaluation.Evaluation evaluate(
      EvaluationRequest request, LoadedModel model, Adaptation adapted) {
    BaseModel base = model.files().model();
    int context = base.decoder().context();
    int usual = Math.min(ModelDefaults.ROW_LENGTH, context);
    RowTokenizer rule =
        new RowTokenizer(
            model.tokenizer(),
            base.chatTemplate().map(ChatTemplate::compile),
            request.lossOn(),
            request.maxLength() > 0 ? Math.min(request.maxLength(), context) : usual);
    List<Row> rows = new RowFiles().readAll(Path.of(request.data()), ColumnMapping.none());
    TokenizedDataset tokens = TokenizedDataset.of(rows, rule, base.decoder().vocabulary());
    Evaluation.Result result =
        new Evaluation(model.decoder()).of(tokens.rows(), ROWS_AT_A_TIME, adapted);
    return new org.deltaworks.domain.evaluation.Evaluation(
        result.meanNll(), result.labelTokens(), tokens.rows().size());
  }

  private Scores score(ScoreRequest request) {
    try (Kept.Use<LoadedModel> model = models.use(request.model());
        Kept.Use<? extends Adaptation> adapted = model.value().with(request.adapters())) {
      return score(request, model.value(), adapted.value());
    }
  }

  private static Scores score(ScoreRequest request, LoadedModel model, Adaptation adapted) {
    Tokenizer tokenizer = model.tokenizer();
    int[] all =
        request.ids().isEmpty()
            ? tokenizer.encode(request.text(), true)
            : request.ids().stream().mapToInt(Integer::intValue).toArray();
    int context = model.files().model().decoder().context();
    int[] ids = IntStream.of(all).limit(context).toArray();
    Scorer.Score score = new Scorer(model.decoder()).score(ids, BEST, adapted);
    return new Scores(
        IntStream.of(ids).boxed().toList(),
        IntStream.of(ids).mapToObj(id -> text(tokenizer, id)).toList(),
        score.logProbabilities(),
        score.top().stream()
            .map(c -> new Scores.Candidate(c.id(), text(tokenizer, c.id()), c.logit()))
            .toList(),
        all.length - ids.length);
  }

  private static String text(Tokenizer tokenizer, int id) {
    return tokenizer.decode(new int[] {id}, false);
  }

  @Override
  public void close() {
    models.close();
  }
}
