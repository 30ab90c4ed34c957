package org.deltaworks.engine.nn;

import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.problem.Problem;

/** Refuses token ids before they reach libtorch, where a wrong one ends in a crash. */
public final class TokenIds {
  private TokenIds() {}

  /**
   * Looks at the ids of one text.
   *
   * @param what begins the message, such as {@code "Row 3"}
   */
  public static void check(int[] ids, DecoderSpec spec, String what) {
    for (int id : ids) {
      inVocabulary(id, spec, what);
    }
    if (spec.positions() instanceof DecoderSpec.Positions.Learned && ids.length > spec.context()) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "%s has %d tokens, but the model can count only to %d."
                  .formatted(what, ids.length, spec.context()),
              "Shorten it, or set a smaller maximum length.")
          .asException();
    }
  }

  /** Refuses one id that the model does not know. */
  public static void inVocabulary(int id, DecoderSpec spec, String what) {
    if (id < 0 || id >= spec.vocabulary()) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "%s has the token id %d, but the model knows only ids from 0 to %d."
                  .formatted(what, id, spec.vocabulary() - 1),
              "Use the tokenizer that belongs to this model.")
          .asException();
    }
  }
}
