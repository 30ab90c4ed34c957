package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;

/**
 * The whole corpus as a function of a number: document {@code i} of seed {@code s} is always the
 * same text. Training uses {@link #TRAINING_SEED}, evaluation {@link #HELD_OUT_SEED}.
 */
public final class Corpus {
  /** Seed of the text that the bundled model learns. */
  public static final long TRAINING_SEED = 20_260L;

  /** Seed of the text that it never sees. */
  public static final long HELD_OUT_SEED = 70_901L;

  private record Share(int weight, Function<Dice, Row> writer) {}

  private final List<Share> shares;
  private final int total;

  /** The corpus of this world. */
  public Corpus(World world) {
    Chats chats = new Chats(world);
    ReadingForms reading = new ReadingForms(world);
    Sheets sheets = new Sheets(world, new Slots(world));
    Rhymes rhymes = new Rhymes(world);
    this.shares =
        List.of(
            new Share(11, plain(new TroubleTales(world))),
            new Share(8, plain(new WishTales(world))),
            new Share(7, plain(new DayTales(world))),
            new Share(5, plain(new Fables(world))),
            new Share(3, plain(new MarketTales(world))),
            new Share(4, plain(new PersonPortraits(world))),
            new Share(4, plain(new AnimalPortraits(world))),
            new Share(3, plain(new PlacePortraits(world))),
            new Share(4, plain(new ThingPortraits(world))),
            new Share(6, plain(new Reviews(world))),
            new Share(5, plain(new Letters(world))),
            new Share(3, plain(new Notes(world))),
            new Share(3, plain(new Sums(world))),
            new Share(2, asked(new PersonPortraits(world))),
            new Share(2, asked(new TroubleTales(world))),
            new Share(2, asked(new MarketTales(world))),
            new Share(9, dice -> verse(dice, rhymes)),
            new Share(9, sheets::plain),
            new Share(45, reading::plain),
            new Share(45, reading::chat),
            new Share(36, dice -> new Row.Conversation(chats.talk(dice))));
    this.total = shares.stream().mapToInt(Share::weight).sum();
  }

  /** The document of this seed and number. */
  public Row document(long seed, long number) {
    Dice dice = new Dice(seed * 1_000_003L + number);
    int at = dice.between(0, total - 1);
    for (Share share : shares) {
      at -= share.weight();
      if (at < 0) {
        return share.writer().apply(dice);
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  /** A couplet or four lines, sometimes under their topic. */
  private static Row verse(Dice dice, Rhymes rhymes) {
    Rhymes.Topic topic = rhymes.topic(dice);
    String verse = dice.chance(0.5) ? rhymes.couplet(dice, topic) : rhymes.verse(dice, topic);
    return new Row.Text(dice.chance(0.4) ? "The " + topic.name() + "\n" + verse : verse);
  }

  /** Title (sometimes) and text. */
  private static Function<Dice, Row> plain(Teller teller) {
    return dice -> {
      Tale tale = teller.tell(dice);
      return new Row.Text(dice.chance(0.3) ? tale.title() + "\n" + tale.text() : tale.text());
    };
  }

  /** A text, then questions and answers about it. */
  private static Function<Dice, Row> asked(Teller teller) {
    return dice -> {
      Tale tale = teller.tell(dice);
      List<String> lines = new ArrayList<>(List.of(tale.text()));
      String ask = dice.any("Question: ", "Q: ");
      String answer = ask.startsWith("Q:") ? "A: " : "Answer: ";
      for (Question question : dice.some(dice.between(1, 3), tale.questions())) {
        lines.add(ask + question.ask());
        lines.add(answer + question.answer());
      }
      return new Row.Text(String.join("\n", lines));
    };
  }
}
