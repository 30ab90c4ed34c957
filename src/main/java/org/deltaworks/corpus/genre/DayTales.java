package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.Tense;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Weather;
import org.deltaworks.corpus.world.World;

/** An ordinary day of somebody: places, meals, an animal on the way, and what did not happen. */
public final class DayTales implements Teller {
  private final World world;

  /** Days in this world. */
  public DayTales(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Someone s = world.someone(dice);
    Person p = s.person();
    List<Place> places = dice.some(2, world.places());
    Weather weather = dice.pick(world.weathers());
    Food food = dice.pick(world.foods());
    Openings.hero(n, s);
    Place first = places.get(0);
    List<Deed> deeds = dice.some(2, first.deeds());
    Openings.scene(n, s, first, weather);
    n.acts(s, deeds.get(0), deeds.get(1));
    List<Question> questions = new ArrayList<>();
    questions.add(
        new Question(
            Spelling.capital(deeds.get(0).in(Tense.PAST).question(s.name(), p)) + "?",
            "Yes, " + p.subject() + " did."));
    if (dice.chance(0.6)) {
      encounter(n, s, questions);
    }
    Deed notDone = dice.pick(first.deeds().stream().filter(d -> !deeds.contains(d)).toList());
    if (dice.chance(0.5)) {
      n.sayAny(
          n.who(s)
              + " "
              + notDone.in(Tense.PAST).not(dice.chance(0.5)).predicate(p)
              + ", because there was no time left",
          n.who(s) + " could not " + notDone.base(p) + " this time",
          "nobody asked " + n.name(s) + " to " + notDone.base(p));
      questions.add(
          new Question(
              Spelling.capital(notDone.in(Tense.PAST).question(s.name(), p)) + "?",
              "No, " + p.subject() + " did not."));
    }
    n.paragraph();
    Place second = places.get(1);
    n.sayAny(
        "in the afternoon "
            + n.who(s)
            + " was "
            + dice.pick(second.deeds()).gerund(p)
            + " "
            + second.there(),
        "then the way led to the " + second.noun().singular(),
        "later "
            + n.who(s)
            + " met "
            + Companions.other(dice, world, s).name()
            + " "
            + second.there());
    n.say(
        n.dice.any(
                "for " + dice.any("lunch", "dinner", "supper") + " there was ",
                n.name(s) + " was hungry and ate ",
                "nothing tastes better after such a day than ")
            + food.portion());
    questions.add(
        new Question("What did " + s.name() + " eat?", s.name() + " ate " + food.portion() + "."));
    n.feels(s, dice.pick(world.happy()).adjective());
    if (dice.chance(0.5)) {
      n.speech(
          s,
          dice.any(
              "tomorrow I will " + dice.pick(second.deeds()).base(Person.I),
              "what a day",
              "I would not change a thing",
              "I must not forget to " + notDone.base(Person.I),
              "we should do this more often",
              "can we come back tomorrow?"));
    }
    return n.tale(
        dice.any(
            "a day " + first.there(),
            s.name() + "'s day",
            Spelling.withArticle(weather.adjective() + " day"),
            "an ordinary day"),
        questions);
  }

  private void encounter(Narrator n, Someone s, List<Question> questions) {
    Animal a = n.dice.pick(world.animals());
    String look = n.dice.pick(a.looks()) + " ";
    String one = Spelling.withArticle(look + a.noun().singular());
    n.sayAny(
        "on the way home, " + n.who(s) + " saw a picture of " + one,
        "in a book there was a picture of "
            + one
            + ", and "
            + n.who(s)
            + " read that it can "
            + n.dice.pick(a.skills()),
        n.who(s) + " thought about " + a.noun().plural() + ", which eat " + n.dice.pick(a.foods()),
        "somebody told "
            + n.name(s)
            + " a story about "
            + one
            + " that could "
            + n.dice.pick(a.skills()));
    questions.add(
        new Question(
            "Which animal is in the text?", Spelling.sentence("the " + a.noun().singular())));
  }
}
