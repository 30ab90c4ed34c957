package org.deltaworks.cli.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.service.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how likely each token of a text was. */
@Command(name = "score", description = "Shows how likely a model finds each token of a text.")
public final class ScoreCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Source source = new Source();

  @ArgGroup(multiplicity = "1")
  private Text text = new Text();

  /** A text or its tokens, never both. */
  static final class Text {
    @Option(names = "--text", paramLabel = "TEXT", description = "The text.")
    private @Nullable String plain;

    @Option(names = "--ids", paramLabel = "1,2,3", description = "Its tokens, used as given.")
    private @Nullable String ids;
  }

  /** For one call. */
  public ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::score);
  }

  private Result score(Workbench bench) throws InterruptedException {
    Scores scores =
        bench
            .evaluation()
            .score(
                new ScoreRequest(
                    source.model(bench),
                    source.adapters(),
                    Objects.requireNonNullElse(text.plain, ""),
                    text.ids == null ? List.of() : TokenIds.parse(text.ids)));
    if (scores.cut() > 0) {
      session
          .terminal()
          .note(
              "Warning: the text is longer than the model's context; left out at its end: %s."
                  .formatted(Counted.of(scores.cut(), "token")));
    }
    return Result.of(facts(scores), lines(scores));
  }

  private static java.util.Map<String, ?> facts(Scores scores) {
    return new Facts()
        .with("ids", scores.ids())
        .with("tokens", scores.tokens())
        .with("logprobs", scores.logprobs())
        .with(
            "top",
            scores.top().stream()
                .map(
                    c ->
                        new Facts()
                            .with("id", c.id())
                            .with("token", c.token())
                            .with("logit", c.logit())
                            .map())
                .toList())
        .with("cut", scores.cut())
        .map();
  }

  private static List<String> lines(Scores scores) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < scores.logprobs().size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT, "%9.4f  %s", scores.logprobs().get(i), scores.tokens().get(i + 1)));
    }
    lines.add("Likeliest next tokens:");
    scores
        .top()
        .forEach(c -> lines.add(String.format(Locale.ROOT, "%9.4f  %s", c.logit(), c.token())));
    return lines;
  }
}
