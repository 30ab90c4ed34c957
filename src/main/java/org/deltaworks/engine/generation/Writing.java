package org.deltaworks.engine.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.generation.Answer.Stop;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.engine.generation.Generator.Generated;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.KeyValueCache;
import org.deltaworks.engine.nn.TokenByToken;
import org.jspecify.annotations.Nullable;

/**
 * One answer being written. Its key/value cache and its random numbers are its own, so that it
 * comes out the same however many others are written in between. Closing it frees the cache.
 */
public final class Writing implements AutoCloseable {
  /** Prompt tokens computed at a time, so that a long prompt needs no large attention mask. */
  private static final int PROMPT_PIECE = 512;

  private final Decoder decoder;
  private final GenerationRequest request;
  private final Adaptation adaptation;
  private final NDManager scope;
  private final KeyValueCache cache;
  private final NextToken choice;
  private final List<Integer> ids;
  private final long began = System.nanoTime();
  private long endedAt;
  private Optional<Stop> stop = Optional.empty();
  private @Nullable Optional<TokenByToken> tokenByToken;

  Writing(Decoder decoder, GenerationRequest request, Adaptation adaptation) {
    this.decoder = decoder;
    this.request = request;
    this.adaptation = adaptation;
    this.choice = new NextToken(request.sampling());
    this.ids = new ArrayList<>(request.ids());
    this.scope = decoder.work().scope().newSubManager();
    try {
      long longest = (long) ids.size() + request.maxNewTokens();
      this.cache = decoder.newCache(scope, (int) Math.min(decoder.spec().context(), longest));
    } catch (RuntimeException | Error e) {
      scope.close();
      throw e;
    }
  }

  /**
   * Reads a piece of the prompt; the last piece, and every step after it, writes one token.
   *
   * @param listener hears a new token but one that ends the answer
   * @throws IllegalStateException if the answer has ended
   */
  public void step(TokenListener listener) {
    if (ended()) {
      throw new IllegalStateException("the answer has ended");
    }
    int from = cache.length();
    int to = Math.min(ids.size(), from + PROMPT_PIECE);
    int[] unread = ids.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
    if (to < ids.size()) {
      readOnly(unread);
    } else {
      take(next(unread), listener).ifPresent(this::end);
    }
  }

  /** Ends it here; what was written stays. */
  public void end(Stop why) {
    stop = Optional.of(why);
    endedAt = System.nanoTime();
  }

  /** Whether nothing more is written. */
  public boolean ended() {
    return stop.isPresent();
  }

  /**
   * What was written.
   *
   * @throws java.util.NoSuchElementException if it has not ended
   */
  public Generated written() {
    double seconds = (endedAt - began) / 1e9;
    return new Generated(ids, stop.orElseThrow(), (ids.size() - request.ids().size()) / seconds);
  }

  private Optional<Stop> take(int id, TokenListener listener) {
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

  private void readOnly(int[] next) {
    try (NDManager local = scope.newSubManager()) {
      decoder.follow(local, next, cache, adaptation);
    }
  }

  private int next(int[] unread) {
    Optional<TokenByToken> quick =
        unread.length == 1 && cache.length() > 0 ? quick() : Optional.empty();
    if (quick.isEmpty()) {
      return choice.choose(read(unread), ids);
    }
    return choice.alwaysTheLikeliest()
        ? quick.get().likeliest(unread[0])
        : choice.choose(quick.get().logits(unread[0]), ids);
  }

  private Optional<TokenByToken> quick() {
    if (tokenByToken == null) {
      tokenByToken = decoder.tokenByToken(scope, cache, adaptation);
    }
    return tokenByToken;
  }

  private float[] read(int[] next) {
    try (NDManager local = scope.newSubManager()) {
      NDArray x = decoder.follow(local, next, cache, adaptation);
      NDArray last = local.create(new long[] {next.length - 1});
      return decoder
          .work()
          .torch()
          .withoutGradients(() -> decoder.logits(local, x, last).toFloatArray());
    }
  }

  @Override
  public void close() {
    scope.close();
  }
}
