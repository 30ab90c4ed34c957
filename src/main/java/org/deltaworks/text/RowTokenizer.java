package org.deltaworks.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.TrainingPlan.LossOn;
import org.deltaworks.text.template.ChatTemplate;

/**
 * Turns rows into ids and labels.
 *
 * <ul>
 *   <li>Tokens somebody else made are used as they are.
 *   <li>A prompted row becomes: what the tokenizer's post-processor puts first (mostly nothing or
 *       the beginning of sequence), the prompt and a line end, the completion, the end of sequence.
 *       Prompt and completion are encoded apart and joined, so that the border between them is a
 *       border between tokens whatever the texts are, and so that losses equal those of the usual
 *       PyTorch loop. A SentencePiece-style tokenizer puts its mark "▁" before each text it
 *       encodes: the completion then begins with a space, in training and (since the model has
 *       learnt it) in what it writes.
 *   <li>In a text row every token is a label; the post-processor's tokens are added, an end of
 *       sequence is not, since the text may be a part of something longer.
 *   <li>A conversation goes through the model's chat template, and so does a prompted row if there
 *       is one. Without a template each turn follows the last as in a prompted row.
 * </ul>
 */
public final class RowTokenizer {
  private static final String ASSISTANT = "assistant";
  private static final String LINE_END = "\n";

  private final Tokenizer tokenizer;
  private final Optional<ConversationTokenizer> conversations;
  private final boolean everything;
  private final int maxLength;

  /**
   * Chooses the rules.
   *
   * @param template the model's chat template, if it has one and it is to be used
   * @param maxLength tokens after which a row is cut
   */
  public RowTokenizer(
      Tokenizer tokenizer, Optional<ChatTemplate> template, LossOn lossOn, int maxLength) {
    if (maxLength < 2) {
      throw new IllegalArgumentException("a row needs two tokens to learn anything");
    }
    this.tokenizer = tokenizer;
    this.conversations = template.map(t -> new ConversationTokenizer(tokenizer, t));
    this.everything = lossOn == LossOn.ALL;
    this.maxLength = maxLength;
  }

  /**
   * What became of a row.
   *
   * @param row its ids and labels
   * @param truncated whether it was longer than allowed
   */
  public record Outcome(TokenizedRow row, boolean truncated) {}

  /**
   * Encodes a row.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the chat template refuses it
   */
  public Outcome tokenize(Row row) {
    TokenizedRow whole =
        switch (row) {
          case Row.Tokens tokens -> tokens.row();
          case Row.Text text -> allLabels(tokenizer.encode(text.text(), true));
          case Row.Prompted prompted -> prompted(prompted);
          case Row.Conversation conversation -> conversation(conversation.turns());
        };
    if (whole.length() <= maxLength) {
      return new Outcome(whole, false);
    }
    return new Outcome(
        new TokenizedRow(
            Arrays.copyOf(whole.ids(), maxLength), Arrays.copyOf(whole.labels(), maxLength)),
        true);
  }

  private TokenizedRow prompted(Row.Prompted row) {
    List<Row.Turn> turns =
        List.of(new Row.Turn("user", row.prompt()), new Row.Turn(ASSISTANT, row.completion()));
    return conversation(turns);
  }

  private TokenizedRow conversation(List<Row.Turn> turns) {
    return conversations
        .map(c -> c.tokenize(turns, everything))
        .orElseGet(() -> withoutTemplate(turns));
  }

  private TokenizedRow withoutTemplate(List<Row.Turn> turns) {
    IntStream.Builder ids = IntStream.builder();
    IntStream.Builder labels = IntStream.builder();
    add(tokenizer.prefix(), everything, ids, labels);
    OptionalInt end = tokenizer.end();
    for (Row.Turn turn : turns) {
      boolean learnt = turn.role().equals(ASSISTANT);
      String text = learnt ? turn.content() : turn.content() + LINE_END;
      add(tokenizer.encode(text, false), learnt || everything, ids, labels);
      if (learnt && end.isPresent()) {
        add(new int[] {end.getAsInt()}, true, ids, labels);
      }
    }
    return new TokenizedRow(ids.build().toArray(), labels.build().toArray());
  }

  private static void add(
      int[] more, boolean learnt, IntStream.Builder ids, IntStream.Builder labels) {
    for (int id : more) {
      ids.add(id);
      labels.add(learnt ? id : TokenizedRow.NO_LOSS);
    }
  }

  private static TokenizedRow allLabels(int[] ids) {
    return new TokenizedRow(ids, ids.clone());
  }
}
