package org.deltaworks.worker.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.engine.generation.Generator;
import org.deltaworks.engine.generation.Writing;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.text.StopStrings;
import org.deltaworks.text.StreamDecoder;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;

/**
 * One open question, answered a token at a turn and told piece by piece. Holds its model and its
 * adapters until it is closed.
 */
final class Answering implements AutoCloseable {
  private final Request.Ask ask;
  private final StreamDecoder words;
  private final StopStrings stops;
  private final Writing writing;
  private final StringBuilder text = new StringBuilder();

  /** What to give back, the newest first. */
  private final Deque<Runnable> ends = new ArrayDeque<>();

  /** Loads what is needed; reads nothing of the question yet. */
  Answering(ModelRack models, Request.Ask ask) {
    this.ask = ask;
    this.stops = new StopStrings(ask.question().stops());
    try {
      Kept.Use<LoadedModel> use = models.use(ask.question().model());
      ends.push(use::close);
      LoadedModel model = use.value();
      Kept.Use<? extends Adaptation> adapted = model.with(ask.question().adapters());
      ends.push(adapted::close);
      List<Integer> ids = prompt(model);
      this.words = model.tokenizer().stream(ids.stream().mapToInt(Integer::intValue).toArray());
      this.writing =
          new Generator(model.decoder())
              .begin(
                  new GenerationRequest(
                      ids,
                      ask.question().maxNewTokens(),
                      ask.question().sampling(),
                      List.copyOf(model.tokenizer().stops()),
                      ask.question().stops()),
                  adapted.value());
      ends.push(writing::close);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Number of the question. */
  long id() {
    return ask.id();
  }

  /** Goes on by one step and tells what it gave. */
  void step(Consumer<Reply> replies) {
    writing.step(
        id -> {
          tell(stops.append(words.append(id)), replies);
          return stops.met() ? Optional.of(Answer.Stop.STOP_STRING) : Optional.empty();
        });
    if (writing.ended()) {
      finish(replies);
    }
  }

  /** Ends it where it is. */
  void cancel(Consumer<Reply> replies) {
    writing.end(Answer.Stop.CANCELLED);
    finish(replies);
  }

  /** Whether the whole answer was told. */
  boolean ended() {
    return writing.ended();
  }

  private void finish(Consumer<Reply> replies) {
    tell(stops.append(words.finish()) + stops.finish(), replies);
    Generator.Generated written = writing.written();
    replies.accept(
        new Reply.Answered(
            ask.id(),
            new Answer(
                written.ids(), text.toString(), end(written.stop()), written.tokensPerSecond())));
  }

  /** Text held back to the very end may complete a stop string. */
  private Answer.Stop end(Answer.Stop stop) {
    return stops.met() ? Answer.Stop.STOP_STRING : stop;
  }

  private void tell(String piece, Consumer<Reply> replies) {
    if (!piece.isEmpty()) {
      text.append(piece);
      replies.accept(new Reply.Piece(ask.id(), piece));
    }
  }

  private List<Integer> prompt(LoadedModel model) {
    if (!ask.ids().isEmpty()) {
      return ask.ids();
    }
    Prompting prompting = new Prompting(model.tokenizer(), model.files().model());
    Question question = ask.question();
    return question.chat()
        ? prompting.question(question.prompt())
        : prompting.text(question.prompt());
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
