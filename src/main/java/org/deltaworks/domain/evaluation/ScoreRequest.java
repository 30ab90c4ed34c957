package org.deltaworks.domain.evaluation;

import java.util.List;
import org.deltaworks.domain.generation.AdapterChoice;

/**
 * A text to score, or its tokens.
 *
 * @param model catalog name or folder
 * @param adapters adapters on top of it
 * @param text the text; special tokens are added as the tokenizer's post-processor does
 * @param ids tokens, used as given; {@code text} counts only when this is empty
 */
public record ScoreRequest(
    String model, List<AdapterChoice> adapters, String text, List<Integer> ids) {
  public ScoreRequest {
    adapters = List.copyOf(adapters);
    ids = List.copyOf(ids);
  }
}
