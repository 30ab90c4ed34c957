package org.deltaworks.worker.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.text.ConversationTokenizer;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;

/** Turns what a person asks into the tokens that a model was trained to answer. */
final class Prompting {
  private final Tokenizer tokenizer;
  private final Optional<ConversationTokenizer> conversations;

  Prompting(Tokenizer tokenizer, BaseModel model) {
    this.tokenizer = tokenizer;
    this.conversations =
        model
            .chatTemplate()
            .map(text -> new ConversationTokenizer(tokenizer, ChatTemplate.compile(text)));
  }

  /**
   * As a question: through the chat template, or without one as the prompt of a row is read in
   * training, with a line end behind it.
   */
  List<Integer> question(String text) {
    int[] ids =
        conversations
            .map(c -> c.promptIds(List.of(new Row.Turn("user", text))))
            .orElseGet(() -> asRow(text));
    return IntStream.of(ids).boxed().toList();
  }

  /** As a text to be continued. */
  List<Integer> text(String text) {
    return IntStream.of(tokenizer.encode(text, true)).boxed().toList();
  }

  private int[] asRow(String text) {
    return IntStream.concat(
            IntStream.of(tokenizer.prefix()), IntStream.of(tokenizer.encode(text + "\n", false)))
        .toArray();
  }
}
