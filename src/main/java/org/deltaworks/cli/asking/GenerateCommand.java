package org.deltaworks.cli.asking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.service.Workbench;
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

  @Option(names = "--chat", description = "Ask through the model's chat template.")
  private boolean chat;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "Most tokens to answer. Default: 128.")
  private int maxNewTokens = 128;

  /** A text or its tokens, never both. */
  static final class Prompt {
    @Option(names = "--prompt", paramLabel = "TEXT", description = "What to answer.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--ids", paramLabel = "1,2,3", description = "Its tokens, used as given.")
    private Optional<String> ids = Optional.empty();
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
            prompt.text.orElse(""),
            chat,
            Lengths.checkedNew(maxNewTokens),
            sampling.sampling());
    List<Integer> ids = prompt.ids.map(TokenIds::parse).orElse(List.of());
    AnswerWait wait = new AnswerWait(session.options().json() ? piece -> {} : this::stream);
    bench.playground().ask(question, ids, wait);
    Answer answer = wait.answer();
    if (!session.options().json()) {
      session.terminal().out().println();
    }
    return Result.of(facts(answer), List.of());
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
