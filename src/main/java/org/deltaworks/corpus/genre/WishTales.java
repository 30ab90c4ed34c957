package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Wish;
import org.deltaworks.corpus.world.World;

/** Stories of somebody who wants something and gets it by doing something about it. */
public final class WishTales implements Teller {
  private final World world;

  /** Stories of this world. */
  public WishTales(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Someone hero = world.someone(dice);
    Person p = hero.person();
    Wish wish = dice.pick(world.wishes());
    Openings.hero(n, hero);
    want(n, hero, wish);
    obstacle(n, hero, wish);
    Someone friend = Companions.other(dice, world, hero);
    if (dice.chance(0.5)) {
      n.paragraph();
      Openings.friend(n, hero, friend, Companions.relation(dice, friend));
      n.speech(friend, n.phrase("advice"));
    }
    List<Deed> plan = dice.shuffled(wish.plan());
    n.acts(hero, plan.get(0), plan.get(1));
    if (dice.chance(0.6)) {
      n.act(hero, plan.get(2));
    }
    n.sayAny(
        "finally " + wish.ending(),
        wish.ending(),
        "a little patience was needed, but then " + wish.ending(),
        "nobody was surprised that " + wish.ending(),
        "and see, " + wish.ending());
    n.feels(hero, wish.feeling());
    Endings.lesson(n, hero);
    List<Question> questions = new ArrayList<>();
    questions.add(
        new Question(
            "What did " + hero.name() + " want to do?",
            hero.name() + " wanted to " + wish.deed().base(p) + "."));
    questions.add(
        new Question(
            "What was the problem?",
            Spelling.sentence(dice.maybe(0.5, "the problem was that ") + p.fill(wish.obstacle()))));
    questions.add(new Question("How did the story end?", Spelling.sentence(wish.ending())));
    questions.add(
        new Question(
            "How did " + hero.name() + " feel in the end?",
            Spelling.capital(p.subject()) + " felt " + wish.feeling() + "."));
    return n.tale(
        dice.any(
            "a wish comes true",
            hero.name() + "'s plan",
            "what " + hero.name() + " wanted",
            hero.name() + " does not give up"),
        questions);
  }

  private static void want(Narrator n, Someone hero, Wish wish) {
    Person p = hero.person();
    String base = wish.deed().base(p);
    switch (n.dice.between(0, 6)) {
      case 0 -> n.say(n.time(p) + ", " + n.who(hero) + " wanted to " + base);
      case 1 -> n.say("there was one thing that " + n.who(hero) + " wished for: to " + base);
      case 2 -> n.speech(hero, "I want to " + wish.deed().base(Person.I));
      case 3 ->
          n.say(
              "for weeks "
                  + n.who(hero)
                  + " had dreamed of "
                  + n.dice.any("one thing only", "the same thing every night")
                  + ": to "
                  + base);
      case 4 -> n.say(n.who(hero) + " had made a plan to " + base);
      case 5 -> n.speech(hero, "will you help me to " + wish.deed().base(Person.I) + "?");
      default ->
          n.say("it was " + n.word("months") + ", and " + n.who(hero) + " was eager to " + base);
    }
  }

  private static void obstacle(Narrator n, Someone hero, Wish wish) {
    Person p = hero.person();
    String obstacle = p.fill(wish.obstacle());
    switch (n.dice.between(0, 5)) {
      case 0 -> n.say("but " + obstacle);
      case 1 -> n.say("the trouble was that " + obstacle);
      case 2 -> n.say("unfortunately, " + obstacle);
      case 3 ->
          n.say(
              "however, "
                  + obstacle
                  + ", and "
                  + n.who(hero)
                  + " "
                  + n.dice.pick(n.world.sad()).sign().past(p));
      case 4 -> n.say("it was not so simple, because " + obstacle);
      default -> n.say(n.who(hero) + " soon found out that " + obstacle);
    }
    if (n.dice.chance(0.3)) {
      n.feels(hero, n.dice.any("disappointed", "sad", "impatient", "uncertain"));
    }
    if (n.dice.chance(0.4)) {
      n.sayAny(
          "but " + n.who(hero) + " did not give up",
          "still, giving up was out of the question",
          "what could be done?",
          n.who(hero) + " was not afraid of a little work");
    }
  }
}
