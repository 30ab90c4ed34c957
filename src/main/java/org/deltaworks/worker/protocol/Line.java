package org.deltaworks.worker.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Requests and replies as lines of JSON, without their line ends. */
public final class Line {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Line() {}

  /** Writes a request. */
  public static String of(Request request) {
    return write(request);
  }

  /** Writes a reply. */
  public static String of(Reply reply) {
    return write(reply);
  }

  /**
   * Reads a request.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Request request(String line) {
    return read(line, Request.class);
  }

  /**
   * Reads a reply.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Reply reply(String line) {
    return read(line, Reply.class);
  }

  private static String write(Object message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String line, Class<T> type) {
    try {
      return JSON.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + line, e);
    }
  }
}
