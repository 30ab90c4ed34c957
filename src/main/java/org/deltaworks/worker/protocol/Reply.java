package org.deltaworks.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What the answering process replies; every reply but {@link Piece} ends its request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reply.Piece.class, name = "piece"),
  @JsonSubTypes.Type(value = Reply.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Reply.Evaluated.class, name = "evaluated"),
  @JsonSubTypes.Type(value = Reply.Scored.class, name = "scored"),
  @JsonSubTypes.Type(value = Reply.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = Reply.Probed.class, name = "probed"),
  @JsonSubTypes.Type(value = Reply.Failed.class, name = "failed"),
})
public sealed interface Reply {
  /** Number of the request. */
  long id();

  /** The next piece of an answer's text. */
  record Piece(long id, String text) implements Reply {}

  /** The answer is complete. */
  record Answered(long id, Answer answer) implements Reply {}

  /** The data file is measured. */
  record Evaluated(long id, Evaluation evaluation) implements Reply {}

  /** The text is scored. */
  record Scored(long id, Scores scores) implements Reply {}

  /** The merged model is written. */
  record Merged(long id, Merge merge) implements Reply {}

  /** What computes. */
  record Probed(long id, EngineFacts facts) implements Reply {}

  /**
   * It could not be done; the parts of a {@link Problem}.
   *
   * @param field the setting it belongs to, or null
   */
  record Failed(long id, Problem.Kind kind, String message, String remedy, @Nullable String field)
      implements Reply {
    /** From a problem. */
    public static Failed of(long id, Problem problem) {
      return new Failed(
          id, problem.kind(), problem.message(), problem.remedy(), problem.field().orElse(null));
    }

    /** The problem again. */
    public Problem problem() {
      return new Problem(kind, message, remedy, Optional.ofNullable(field));
    }
  }
}
