package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.Row.Turn;

/** Texts with questions in both forms that the model knows: marked lines, and turns of a chat. */
public final class ReadingForms {
  private static final int MOST_QUESTIONS = 6;
  private static final int MOST_FACTS = 8;

  /** How long an answer is wanted. */
  private enum Length {
    BRIEF,
    FREE,
    FULL
  }

  private static final List<String> BRIEFLY =
      List.of(
          "Answer in one word or a few.",
          "Answer with as few words as you can.",
          "Give very short answers.",
          "You read texts and answer briefly.");

  private static final List<String> FULLY =
      List.of(
          "Answer in a full sentence.",
          "You answer with whole sentences.",
          "You read texts and answer in sentences.");

  private static final List<String> FREELY =
      List.of(
          "You are a helpful assistant.",
          "Answer the questions of the user.",
          "You answer questions about a text.",
          "Read the text and answer the question.");

  private final ReadingTexts texts;

  /** Reading exercises about this world. */
  public ReadingForms(World world) {
    this.texts = new ReadingTexts(world);
  }

  /**
   * A text of up to eight facts and many questions about it, in either form: to practise reading,
   * where {@link Corpus} is to be like what people write.
   */
  public Row lesson(Dice dice) {
    ReadingText text = texts.text(dice, dice.between(1, MOST_FACTS));
    return dice.chance(0.5) ? plain(dice, text, MOST_QUESTIONS) : chat(dice, text, MOST_QUESTIONS);
  }

  /** A text and its questions in the plain form. */
  Row plain(Dice dice) {
    ReadingText text = text(dice);
    return plain(dice, text, most(text));
  }

  private static Row plain(Dice dice, ReadingText text, int most) {
    boolean whole = dice.chance(0.8);
    List<String> lines = new ArrayList<>(List.of(text.text()));
    for (Asked asked : some(dice, text, most)) {
      lines.add((whole ? "Question: " : "Q: ") + ask(dice, asked));
      lines.add((whole ? "Answer: " : "A: ") + marked(dice, asked));
    }
    return new Row.Text(String.join("\n", lines));
  }

  /** A conversation about a text; further questions are turns of their own. */
  Row chat(Dice dice) {
    ReadingText text = text(dice);
    return chat(dice, text, most(text));
  }

  private static Row chat(Dice dice, ReadingText text, int most) {
    List<Turn> turns = new ArrayList<>();
    Length length = Length.FREE;
    if (dice.chance(0.35)) {
      length = dice.any(Length.values());
      turns.add(new Turn("system", dice.pick(systems(length))));
    }
    boolean first = true;
    for (Asked asked : some(dice, text, most)) {
      turns.add(new Turn("user", first ? opening(dice, text, asked) : ask(dice, asked)));
      turns.add(new Turn("assistant", answer(dice, asked, length)));
      first = false;
    }
    return new Row.Conversation(turns);
  }

  private static List<String> systems(Length length) {
    return switch (length) {
      case BRIEF -> BRIEFLY;
      case FREE -> FREELY;
      case FULL -> FULLY;
    };
  }

  private static String opening(Dice dice, ReadingText text, Asked asked) {
    String ask = ask(dice, asked);
    return switch (dice.between(0, 9)) {
      case 0 -> "Read this text: " + text.text() + "\n" + ask;
      case 1 -> text.text() + " " + ask;
      case 2 -> ask + "\n" + text.text();
      case 3 -> "Text: " + text.text() + "\nQuestion: " + ask;
      default -> text.text() + "\n" + ask;
    };
  }

  /** The question, sometimes with a word before it. */
  private static String ask(Dice dice, Asked asked) {
    String ask = asked.ask();
    String small = ask.substring(0, 1).toLowerCase(Locale.ROOT) + ask.substring(1);
    if (ask.matches("(?s)(What|Who|Whose|Whom|Which|Where|When|Why|How|From|In) .*")
        && dice.chance(0.3)) {
      return dice.any(
              "Tell me, ",
              "According to the text, ",
              "What does the text say: ",
              "Please tell me: ",
              "Now, ",
              "I would like to know: ")
          + small;
    }
    return ask;
  }

  private ReadingText text(Dice dice) {
    int kind = dice.between(0, 99);
    int facts =
        kind < 30
            ? 1
            : kind < 50 ? 2 : kind < 68 ? 3 : kind < 82 ? dice.between(4, 5) : dice.between(6, 9);
    return texts.text(dice, facts);
  }

  private static int most(ReadingText text) {
    return Math.min(MOST_QUESTIONS, 1 + text.questions().size() / 3);
  }

  private static List<Asked> some(Dice dice, ReadingText text, int most) {
    return dice.some(dice.between(1, most), text.questions());
  }

  /** Behind a mark, an answer of one word would be one line for all texts, so it is rare. */
  private static String marked(Dice dice, Asked asked) {
    boolean word = asked.brief().indexOf(' ') < 0;
    return answer(dice, asked, word && dice.chance(0.9) ? Length.FULL : Length.FREE);
  }

  /** Names alone would be one sentence all over the corpus, so they mostly stand in a sentence. */
  private static String answer(Dice dice, Asked asked, Length length) {
    boolean full =
        switch (length) {
          case BRIEF -> asked.name() && dice.chance(0.85);
          case FULL -> true;
          case FREE -> dice.chance(asked.name() ? 0.96 : 0.3);
        };
    return full ? asked.full() : Spelling.sentence(asked.brief());
  }
}
