package org.deltaworks.engine.generation;

import java.util.List;
import org.deltaworks.domain.generation.Answer.Stop;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.TokenIds;

/** Writes on, token by token, with a key/value cache. Knows ids only; text is the caller's. */
public final class Generator {
  private final Decoder decoder;

  /** Writes with this decoder. */
  public Generator(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * What was written.
   *
   * @param ids prompt and answer; a token that ended the answer is the last of them
   * @param stop why it ended
   * @param tokensPerSecond new tokens by the clock, from the beginning to the end; other answers
   *     written in between slow it down
   */
  public record Generated(List<Integer> ids, Stop stop, double tokensPerSecond) {
    public Generated {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Answers a request; its stop strings are left to the listener.
   *
   * @param adaptation adapters in force
   * @param listener hears every new token but one that ends the answer
   * @throws org.deltaworks.domain.problem.ProblemException if the prompt is empty, too long, or has
   *     an id that the model does not know
   */
  public Generated generate(
      GenerationRequest request, Adaptation adaptation, TokenListener listener) {
    try (Writing writing = begin(request, adaptation)) {
      while (!writing.ended()) {
        writing.step(listener);
      }
      return writing.written();
    }
  }

  /**
   * Begins an answer that is written step by step, so that several can be written in turn.
   *
   * @param adaptation adapters in force; must stay so until the answer is closed
   * @return the answer, to be closed by the caller
   * @throws org.deltaworks.domain.problem.ProblemException as {@link #generate} does
   */
  public Writing begin(GenerationRequest request, Adaptation adaptation) {
    int[] prompt = request.ids().stream().mapToInt(Integer::intValue).toArray();
    refuse(prompt);
    return new Writing(decoder, request, adaptation);
  }

  private void refuse(int[] prompt) {
    if (prompt.length == 0) {
      throw Problem.of(
              Problem.Kind.WRONG_USAGE, "The question is empty.", "Write something to answer.")
          .asException();
    }
    TokenIds.check(prompt, decoder.spec(), "The question");
    if (prompt.length >= decoder.spec().context()) {
      throw Problem.of(
              Problem.Kind.WRONG_USAGE,
              "The question has %s, but the model can hold only %d with the answer."
                  .formatted(Counted.of(prompt.length, "token"), decoder.spec().context()),
              "Shorten the question.")
          .asException();
    }
  }
}
