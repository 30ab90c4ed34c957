package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Feeling;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Turn;

/** Conversations of a user with a helpful assistant, sometimes opened by a system message. */
public final class Chats {
  private static final List<String> SYSTEMS =
      List.of(
          "You are a helpful assistant.",
          "You answer in short and simple sentences.",
          "You are a friendly teacher.",
          "Answer the questions of the user.",
          "You know a lot about animals, people and things.",
          "Be kind and brief.");

  private final World world;
  private final Sums sums;
  private final List<Teller> stories;
  private final List<Teller> readable;

  /** Conversations about this world. */
  public Chats(World world) {
    this.world = world;
    this.sums = new Sums(world);
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
    if (dice.chance(0.2)) {
      turns.add(new Turn("system", dice.pick(SYSTEMS)));
    }
    switch (dice.between(0, 11)) {
      case 0 -> reading(dice, turns);
      case 1 -> reading(dice, turns);
      case 2 -> add(turns, storyWish(dice), dice.pick(stories).tell(dice).text());
      case 3 -> comfort(dice, turns);
      case 4 -> list(dice, turns);
      case 5 -> add(turns, sums.question(dice));
      default -> facts(dice, turns);
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

  private void comfort(Dice dice, List<Turn> turns) {
    if (dice.chance(0.4)) {
      Feeling glad = dice.pick(world.happy());
      Someone s = world.someone(dice);
      add(
          turns,
          dice.any(
              "Hello!",
              "Good morning!",
              "Hi, I am " + s.name() + ".",
              "Good evening!",
              "How are you?"),
          dice.any(
              "Hello! How can I help you?",
              "I am " + glad.adjective() + " to hear from you. What would you like to know?",
              "Good day to you! Ask me about animals, things or people.",
              "I am fine, thank you. And how are you?"));
      return;
    }
    Feeling sad = dice.pick(world.sad());
    add(
        turns,
        dice.any(
            "I am so " + sad.adjective() + " today.",
            "Why do I feel " + sad.adjective() + "?",
            "What can I do when I am " + sad.adjective() + "?"),
        Spelling.sentence(dice.pick(world.phrases("advice")))
            + " "
            + Spelling.sentence(dice.pick(world.phrases("lessons"))));
  }

  private void list(Dice dice, List<Turn> turns) {
    int count = dice.between(3, 5);
    String word = Spelling.number(count);
    List<String> items =
        switch (dice.between(0, 4)) {
          case 0 ->
              named(
                  turns,
                  "Name " + word + " animals.",
                  dice.some(count, world.animals()).stream().map(a -> a.noun().one()).toList());
          case 1 ->
              named(turns, "Name " + word + " colours.", dice.some(count, world.words("colours")));
          case 2 ->
              named(
                  turns,
                  "Name " + word + " things to eat.",
                  dice.some(count, world.foods()).stream().map(f -> f.generally()).toList());
          case 3 ->
              named(
                  turns,
                  "Tell me " + word + " jobs.",
                  dice.some(count, world.jobs()).stream().map(j -> j.noun().singular()).toList());
          default ->
              named(
                  turns,
                  "Write a list of " + word + " flowers.",
                  dice.some(count, world.words("flowers")).stream().map(f -> f + "s").toList());
        };
    String answer =
        dice.chance(0.5)
            ? Spelling.sentence(Spelling.list(items, "and"))
            : String.join("\n", items.stream().map(i -> "- " + i).toList());
    turns.add(new Turn("assistant", answer));
  }

  private static List<String> named(List<Turn> turns, String ask, List<String> items) {
    turns.add(new Turn("user", ask));
    return items;
  }

  private static String storyWish(Dice dice) {
    return dice.any(
        "Tell me a story.",
        "Write a short story.",
        "I would like to hear a story.",
        "Please tell me something nice before I sleep.",
        "Can you write a story for me?");
  }
}
