package org.deltaworks.corpus.exam;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.Asked;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.genre.Question;
import org.deltaworks.corpus.genre.ReadingText;
import org.deltaworks.corpus.genre.ReadingTexts;
import org.deltaworks.corpus.genre.Sums;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;

/** The exams of the bundled model, written from a seed that no training text has. */
public final class Exams {
  private static final int MOST_FACTS = 6;

  private final World world;

  /** Exams about this world. */
  public Exams(World world) {
    this.world = world;
  }

  /**
   * Questions about a given text of one to six facts, half of them in the plain form and half in
   * chat. Right by {@code ShortAnswer}.
   */
  public Exam reading(int count) {
    ReadingTexts texts = new ReadingTexts(world);
    List<Exam.Task> tasks = new ArrayList<>();
    for (int i = 0; tasks.size() < count; i++) {
      Dice dice = dice("reading", i);
      ReadingText text = texts.text(dice, 1 + i % MOST_FACTS);
      Asked asked = dice.pick(text.questions());
      boolean chat = i / MOST_FACTS % 2 == 0;
      String prompt =
          chat
              ? text.text() + "\n" + asked.ask()
              : text.text() + "\nQuestion: " + asked.ask() + "\nAnswer:";
      ShortAnswer rule = new ShortAnswer(asked.brief(), asked.full());
      tasks.add(new Exam.Task(prompt, chat, asked.brief(), rule::fits));
    }
    return new Exam("reading", tasks);
  }

  /** Sums up to 100 in chat, bare and as little stories. Right if the last number is. */
  public Exam sums(int count) {
    Sums sums = new Sums(world);
    List<Exam.Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Question sum = sums.question(dice("sums", i));
      LastNumber rule = new LastNumber(sum.answer());
      tasks.add(new Exam.Task(sum.ask(), true, sum.answer(), rule::fits));
    }
    return new Exam("sums", tasks);
  }

  /**
   * First messages of held-out conversations, of every kind. Whether an answer ends is seen by the
   * one who asks, so every text is right here.
   */
  public Exam ending(int count) {
    Corpus corpus = new Corpus(world);
    List<Exam.Task> tasks = new ArrayList<>();
    for (int i = 0; tasks.size() < count; i++) {
      if (corpus.document(Corpus.HELD_OUT_SEED, i) instanceof Row.Conversation chat
          && chat.turns().getFirst().role().equals("user")) {
        String ask = chat.turns().getFirst().content();
        tasks.add(new Exam.Task(ask, true, chat.turns().get(1).content(), answer -> true));
      }
    }
    return new Exam("ending", tasks);
  }

  private static Dice dice(String exam, int number) {
    return new Dice((Corpus.HELD_OUT_SEED + exam.hashCode()) * 1_000_003L + number);
  }
}
