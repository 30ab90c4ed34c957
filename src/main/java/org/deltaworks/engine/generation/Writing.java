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
      take(read(unread), listener).ifPresent(this::end);
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

  private Optional<Stop> take(float[] logits, TokenListener listener) {
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

  private void readOnly(int[] next) {
    try (NDManager local = scope.newSubManager()) {
      decoder.follow(local, next, cache, adaptation);
    }
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
