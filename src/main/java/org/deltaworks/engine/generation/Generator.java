package org.deltaworks.engine.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.generation.Answer.Stop;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.KeyValueCache;
import org.deltaworks.engine.nn.TokenIds;

/** Writes on, token by token, with a key/value cache. Knows ids only; text is the caller's. */
public final class Generator {
  /** Prompt tokens computed at a time, so that a long prompt needs no large attention mask. */
  private static final int PROMPT_PIECE = 512;

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
   * @param tokensPerSecond rate of the new tokens
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
    int[] prompt = request.ids().stream().mapToInt(Integer::intValue).toArray();
    refuse(prompt);
    int context = decoder.spec().context();
    int capacity = (int) Math.min(context, (long) prompt.length + request.maxNewTokens());
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      KeyValueCache cache = decoder.newCache(scope, capacity);
      return new Writing(request, adaptation, listener, cache).run(prompt);
    }
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
              "The question has %d tokens, but the model can hold only %d with the answer."
                  .formatted(prompt.length, decoder.spec().context()),
              "Shorten the question.")
          .asException();
    }
  }

  private final class Writing {
    private final GenerationRequest request;
    private final Adaptation adaptation;
    private final TokenListener listener;
    private final KeyValueCache cache;
    private final NextToken choice;
    private final List<Integer> ids;

    Writing(
        GenerationRequest request,
        Adaptation adaptation,
        TokenListener listener,
        KeyValueCache cache) {
      this.request = request;
      this.adaptation = adaptation;
      this.listener = listener;
      this.cache = cache;
      this.choice = new NextToken(request.sampling());
      this.ids = new ArrayList<>(request.ids());
    }

    Generated run(int[] prompt) {
      long began = System.nanoTime();
      float[] logits = new float[0];
      for (int i = 0; i < prompt.length; i += PROMPT_PIECE) {
        logits = read(Arrays.copyOfRange(prompt, i, Math.min(prompt.length, i + PROMPT_PIECE)));
      }
      Optional<Stop> stop = take(logits);
      while (stop.isEmpty()) {
        stop = take(read(new int[] {ids.getLast()}));
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Generated(ids, stop.get(), (ids.size() - prompt.length) / seconds);
    }

    private Optional<Stop> take(float[] logits) {
      int id = choice.choose(logits, ids);
      ids.add(id);
      if (request.stopIds().contains(id)) {
        return Optional.of(Stop.END_OF_SEQUENCE);
      }
      Optional<Stop> wished = listener.next(id);
      if (wished.isPresent()) {
        return wished;
      }
      if (ids.size() - request.ids().size() >= request.maxNewTokens()) {
        return Optional.of(Stop.LENGTH);
      }
      return cache.length() < cache.capacity() ? Optional.empty() : Optional.of(Stop.CONTEXT_FULL);
    }

    private float[] read(int[] next) {
      try (NDManager local = decoder.work().scope().newSubManager()) {
        NDArray x = decoder.follow(local, next, cache, adaptation);
        NDArray last = local.create(new long[] {next.length - 1});
        return decoder
            .work()
            .torch()
            .withoutGradients(() -> decoder.logits(local, x, last).toFloatArray());
      }
    }
  }
}
