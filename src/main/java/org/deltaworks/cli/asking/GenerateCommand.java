package org.deltaworks.cli.asking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a model go on from a prompt. */
@Command(name = "generate", description = "Lets a model answer, with or without adapters.")
public final class GenerateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Source source = new Source();

  @Mixin private final SamplingOptions sampling = new SamplingOptions();

  @ArgGroup(multiplicity = "1")
  private Prompt prompt = new Prompt();

  @Option(
      names = "--chat",
      description = "Ask a question, in the form in which a training reads one.")
  private boolean chat;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "Most tokens to answer. Default: 128.")
  private int maxNewTokens = 128;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "End the answer before this text. May be repeated.")
  private List<String> stops = List.of();

  /** A text or its tokens, never both. */
  static final class Prompt {
    @Option(names = "--prompt", paramLabel = "TEXT", description = "What to answer.")
    private @Nullable String text;

    @Option(names = "--ids", paramLabel = "1,2,3", description = "Its tokens, used as given.")
    private @Nullable String ids;
  }

  /** For one call. */
  public GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::generate);
  }

  private Result generate(Workbench bench) throws InterruptedException {
    Question question =
        new Question(
            source.model(bench),
            source.adapters(),
            Objects.requireNonNullElse(prompt.text, ""),
            chat,
            Lengths.checkedNew(maxNewTokens),
            sampling.sampling(),
            checkedStops());
    List<Integer> ids = prompt.ids == null ? List.of() : TokenIds.parse(prompt.ids);
    AnswerWait wait = new AnswerWait(session.options().json() ? piece -> {} : this::stream);
    bench.playground().ask(question, ids, wait);
    Answer answer = wait.answer();
    if (!session.options().json()) {
      session.terminal().out().println();
    }
    return Result.of(facts(answer), List.of());
  }

  private List<String> checkedStops() {
    if (stops.stream().anyMatch(String::isEmpty)) {
      throw Problem.at(
              "stop",
              Problem.Kind.WRONG_USAGE,
              "--stop was given an empty text, which would end every answer at once.",
              "Give the text that ends the answer, or leave --stop out.")
          .asException();
    }
    return stops;
  }

  private void stream(String piece) {
    session.terminal().out().print(piece);
    session.terminal().out().flush();
  }

  private static Map<String, ?> facts(Answer answer) {
    return new Facts()
        .with("ids", answer.ids())
        .with("text", answer.text())
        .with("stop_reason", answer.stop().code())
        .with("tokens_per_second", answer.tokensPerSecond())
        .map();
  }
}
