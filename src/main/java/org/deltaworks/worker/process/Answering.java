package org.deltaworks.worker.process;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.engine.generation.Generator;
import org.deltaworks.text.StopStrings;
import org.deltaworks.text.StreamDecoder;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;

/** One question and its answer, told piece by piece. */
final class Answering {
  private final LoadedModel model;
  private final Request.Ask ask;
  private final BooleanSupplier cancelled;
  private final StopStrings stops;
  private final StringBuilder text = new StringBuilder();

  Answering(LoadedModel model, Request.Ask ask, BooleanSupplier cancelled) {
    this.model = model;
    this.ask = ask;
    this.cancelled = cancelled;
    this.stops = new StopStrings(ask.question().stops());
  }

  /** Answers. */
  void answer(Consumer<Reply> replies) {
    List<Integer> ids = prompt();
    StreamDecoder words =
        model.tokenizer().stream(ids.stream().mapToInt(Integer::intValue).toArray());
    Question question = ask.question();
    Generator.Generated generated =
        new Generator(model.decoder())
            .generate(
                new GenerationRequest(
                    ids,
                    question.maxNewTokens(),
                    question.sampling(),
                    List.copyOf(model.tokenizer().stops()),
                    question.stops()),
                model.with(question.adapters()),
                id -> next(words.append(id), replies));
    tell(stops.append(words.finish()) + stops.finish(), replies);
    replies.accept(
        new Reply.Answered(
            ask.id(),
            new Answer(
                generated.ids(),
                text.toString(),
                end(generated.stop()),
                generated.tokensPerSecond())));
  }

  /** Text held back to the very end may complete a stop string. */
  private Answer.Stop end(Answer.Stop stop) {
    return stops.met() ? Answer.Stop.STOP_STRING : stop;
  }

  private Optional<Answer.Stop> next(String piece, Consumer<Reply> replies) {
    tell(stops.append(piece), replies);
    if (stops.met()) {
      return Optional.of(Answer.Stop.STOP_STRING);
    }
    return cancelled.getAsBoolean() ? Optional.of(Answer.Stop.CANCELLED) : Optional.empty();
  }

  private void tell(String piece, Consumer<Reply> replies) {
    if (!piece.isEmpty()) {
      text.append(piece);
      replies.accept(new Reply.Piece(ask.id(), piece));
    }
  }

  private List<Integer> prompt() {
    if (!ask.ids().isEmpty()) {
      return ask.ids();
    }
    Prompting prompting = new Prompting(model.tokenizer(), model.files().model());
    Question question = ask.question();
    return question.chat()
        ? prompting.question(question.prompt())
        : prompting.text(question.prompt());
  }
}
