package org.deltaworks.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.generation.Question;

/**
 * What the answering process is asked. Models and adapters are named by absolute folders, data by
 * absolute files: it knows no catalog.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Request.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = Request.Evaluate.class, name = "evaluate"),
  @JsonSubTypes.Type(value = Request.Score.class, name = "score"),
  @JsonSubTypes.Type(value = Request.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = Request.Probe.class, name = "probe"),
})
public sealed interface Request {
  /** Number that every reply to it carries. */
  long id();

  /**
   * Answer a question, piece by piece.
   *
   * @param ids prompt tokens to use as given instead of the question's text; empty for the text
   */
  record Ask(long id, Question question, List<Integer> ids) implements Request {}

  /** Give up the request of this number; it is still replied to. */
  record Cancel(long id) implements Request {}

  /** Measure a data file. */
  record Evaluate(long id, EvaluationRequest request) implements Request {}

  /** Score a text. */
  record Score(long id, ScoreRequest request) implements Request {}

  /** Merge an adapter into its base. */
  record Merge(long id, MergeRequest request) implements Request {}

  /** Say what computes. */
  record Probe(long id) implements Request {}
}
