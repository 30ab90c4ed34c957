package org.deltaworks.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.datasets.Row.Turn;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.text.template.ChatTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Turns a conversation into ids through the model's chat template, and finds which tokens the
 * assistant says: by the template's {@code generation} blocks if it has any, else by rendering the
 * conversation up to before and after each of its turns.
 */
public final class ConversationTokenizer {
  private static final String ASSISTANT = "assistant";

  private final Tokenizer tokenizer;
  private final ChatTemplate template;

  /** Renders with this template, encodes with this tokenizer. */
  public ConversationTokenizer(Tokenizer tokenizer, ChatTemplate template) {
    this.tokenizer = tokenizer;
    this.template = template;
  }

  /** The text that asks the assistant for its next turn. */
  public String prompt(List<Turn> turns) {
    return render(turns, true).text();
  }

  /** Ids of {@link #prompt}: the template writes its own special tokens, none are added. */
  public int[] promptIds(List<Turn> turns) {
    return tokenizer.encode(prompt(turns), false);
  }

  /**
   * A whole conversation with its labels.
   *
   * @param everything whether every token carries loss, not only the assistant's
   * @throws ProblemException if the template refuses the conversation or hides where the assistant
   *     speaks
   */
  public TokenizedRow tokenize(List<Turn> turns, boolean everything) {
    ChatTemplate.Rendered whole = render(turns, false);
    EncodedText encoded = tokenizer.encodeWithSpans(whole.text(), false);
    if (everything) {
      return new TokenizedRow(encoded.ids(), encoded.ids().clone());
    }
    List<ChatTemplate.Span> spoken =
        whole.generated().isEmpty() ? spoken(turns, whole.text()) : whole.generated();
    int[] labels = new int[encoded.ids().length];
    Arrays.fill(labels, TokenizedRow.NO_LOSS);
    for (int i = 0; i < labels.length; i++) {
      EncodedText.Span token = encoded.spans().get(i);
      if (spoken.stream().anyMatch(s -> token.from() < s.to() && token.to() > s.from())) {
        labels[i] = encoded.ids()[i];
      }
    }
    return new TokenizedRow(encoded.ids(), labels);
  }

  private ChatTemplate.Rendered render(List<Turn> turns, boolean ask) {
    List<Map<String, String>> messages = new ArrayList<>();
    for (Turn turn : turns) {
      messages.add(Map.of("role", turn.role(), "content", turn.content()));
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("messages", messages);
    values.put("add_generation_prompt", ask);
    values.put("bos_token", tokenizer.beginText());
    values.put("eos_token", tokenizer.endText());
    values.put("tools", null);
    values.put("documents", null);
    return template.render(values);
  }

  private List<ChatTemplate.Span> spoken(List<Turn> turns, String whole) {
    List<ChatTemplate.Span> spans = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).role().equals(ASSISTANT)) {
        spans.add(turn(turns, i, whole));
      }
    }
    return spans;
  }

  private ChatTemplate.Span turn(List<Turn> turns, int index, String whole) {
    String before = render(turns.subList(0, index), true).text();
    if (!whole.startsWith(before)) {
      // Some templates do not ask the way they record; the turns alone may still agree.
      before = index == 0 ? "" : render(turns.subList(0, index), false).text();
    }
    String after = render(turns.subList(0, index + 1), false).text();
    if (!whole.startsWith(before)) {
      throw hidden();
    }
    if (whole.startsWith(after) && after.length() > before.length()) {
      return new ChatTemplate.Span(before.length(), after.length());
    }
    return remembered(turns.get(index).content().strip(), before.length(), after, whole);
  }

  /** A turn that is told differently once it is past, as models do that forget their thoughts. */
  private static ChatTemplate.Span remembered(
      String content, int start, String alone, String whole) {
    int inAlone = alone.lastIndexOf(content);
    int inWhole = whole.indexOf(content, start);
    if (content.isEmpty() || inAlone < 0 || inWhole < 0) {
      throw hidden();
    }
    String ending = alone.substring(inAlone + content.length());
    int end = inWhole + content.length();
    return new ChatTemplate.Span(
        start, whole.startsWith(ending, end) ? end + ending.length() : end);
  }

  private static ProblemException hidden() {
    return Problem.of(
            Problem.Kind.BAD_DATA,
            "The model's chat template does not show which words of a conversation are the"
                + " assistant's.",
            "Learn from all words (loss on: all), or use another model.")
        .asException();
  }
}
