package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Turn;

/** Conversations of a user with a helpful assistant, sometimes opened by a system message. */
public final class Chats {
  private final World world;
  private final Sums sums;
  private final SmallTalk smallTalk;
  private final Requests requests;
  private final Sheets sheets;
  private final List<Teller> stories;
  private final List<Teller> readable;

  /** Conversations about this world. */
  public Chats(World world) {
    this.world = world;
    this.sums = new Sums(world);
    Slots slots = new Slots(world);
    this.smallTalk = new SmallTalk(world, slots);
    this.sheets = new Sheets(world, slots);
    this.requests = new Requests(world);
    this.stories = List.of(new TroubleTales(world), new WishTales(world), new Fables(world));
    this.readable =
        List.of(
            new TroubleTales(world),
            new WishTales(world),
            new PersonPortraits(world),
            new PersonPortraits(world),
            new MarketTales(world),
            new DayTales(world),
            new Fables(world),
            new Reviews(world));
  }

  /** A new conversation. */
  public List<Turn> talk(Dice dice) {
    List<Turn> turns = new ArrayList<>();
    if (dice.chance(0.3)) {
      turns.add(new Turn("system", smallTalk.system(dice)));
    }
    switch (dice.between(0, 21)) {
      case 0, 1, 2 -> reading(dice, turns);
      case 3 -> add(turns, storyWish(dice), dice.pick(stories).tell(dice).text());
      case 4, 5, 6 -> smallTalk.talk(dice, turns);
      case 7, 8 -> requests.list(dice, turns);
      case 9, 10, 11 -> sums(dice, turns);
      case 12 -> requests.rhyme(dice, turns);
      case 13 -> requests.letter(dice, turns);
      case 14 -> requests.description(dice, turns);
      case 15, 16 -> sheets.chat(dice, turns);
      default -> facts(dice, turns);
    }
    if (dice.chance(0.04)) {
      smallTalk.thanks(dice, turns);
    }
    return turns;
  }

  private static void add(List<Turn> turns, Question question) {
    add(turns, question.ask(), question.answer());
  }

  private static void add(List<Turn> turns, String user, String assistant) {
    turns.add(new Turn("user", user));
    turns.add(new Turn("assistant", assistant));
  }

  /** One to three sums, each a turn. */
  private void sums(Dice dice, List<Turn> turns) {
    int count = dice.chance(0.6) ? 1 : dice.between(2, 3);
    for (int i = 0; i < count; i++) {
      add(turns, sums.question(dice));
    }
  }

  private void reading(Dice dice, List<Turn> turns) {
    Tale tale = dice.pick(readable).tell(dice);
    List<Question> questions = dice.some(dice.between(1, 3), tale.questions());
    Question first = questions.removeFirst();
    String ask =
        dice.any(
            tale.text() + "\n" + first.ask(),
            "Read this text: " + tale.text() + "\n" + first.ask(),
            first.ask() + "\n" + tale.text());
    add(turns, ask, first.answer());
    questions.forEach(q -> add(turns, q));
  }

  private void facts(Dice dice, List<Turn> turns) {
    int rounds = dice.chance(0.75) ? 1 : 2;
    for (int i = 0; i < rounds; i++) {
      switch (dice.between(0, 6)) {
        case 0 -> about(dice, turns);
        case 1, 2 ->
            add(turns, dice.pick(AnimalPortraits.questions(dice, dice.pick(world.animals()))));
        case 3 -> add(turns, dice.pick(ThingPortraits.questions(dice, dice.pick(world.things()))));
        case 4 -> add(turns, dice.pick(ThingPortraits.jobQuestions(dice, dice.pick(world.jobs()))));
        case 5 ->
            add(turns, dice.pick(ThingPortraits.foodQuestions(dice, dice.pick(world.foods()))));
        default -> add(turns, place(dice));
      }
    }
  }

  private void about(Dice dice, List<Turn> turns) {
    Animal animal = dice.pick(world.animals());
    String answer =
        String.join(
            " ",
            AnimalPortraits.sentences(dice, animal).stream()
                .limit(dice.between(2, 3))
                .map(Spelling::sentence)
                .toList());
    String one = animal.noun().one();
    add(
        turns,
        dice.any(
            "Tell me about the " + animal.noun().singular() + ".",
            "Tell me something about " + animal.noun().plural() + ".",
            "What do you know about " + animal.noun().plural() + "?",
            "Describe " + one + "."),
        answer);
  }

  private Question place(Dice dice) {
    Place place = dice.pick(world.places());
    String noun = place.noun().singular();
    List<String> things = dice.some(2, place.things()).stream().map(t -> t.one()).toList();
    return dice.chance(0.5)
        ? new Question(
            "What can you do " + place.there() + "?",
            Spelling.sentence("you can " + dice.pick(place.deeds()).base(Person.YOU)))
        : new Question(
            "What can you find " + place.there() + "?",
            Spelling.sentence(
                dice.any(
                    "you can find " + Spelling.list(things, "and"),
                    "in most cases, the " + noun + " has " + Spelling.list(things, "and"))));
  }

  private static String storyWish(Dice dice) {
    String story = dice.any("a story", "a short story", "a tale", "a little story", "a nice story");
    return switch (dice.between(0, 5)) {
      case 0 -> "Tell me " + story + ".";
      case 1 -> "Write " + story + dice.any(".", ", please.", " for my class.", " for children.");
      case 2 -> "I would like to hear " + story + ".";
      case 3 -> "Please tell me " + story + " before I sleep.";
      case 4 -> "Can you write " + story + " for me?";
      default -> "Do you know " + story + "?";
    };
  }
}
