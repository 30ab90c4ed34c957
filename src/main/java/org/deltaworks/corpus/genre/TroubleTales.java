package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.Tense;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Trouble;
import org.deltaworks.corpus.world.Weather;
import org.deltaworks.corpus.world.World;

/** Stories in which something goes wrong for a reason and is mended with somebody's help. */
public final class TroubleTales implements Teller {
  private final World world;

  /** Stories of this world. */
  public TroubleTales(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Someone hero = world.someone(dice);
    Someone friend = Companions.other(dice, world, hero);
    String relation = Companions.relation(dice, friend);
    Place place = dice.pick(world.places());
    Weather weather = dice.pick(world.weathers());
    Trouble trouble = dice.pick(world.troubles());
    Openings.hero(n, hero);
    Openings.scene(n, hero, place, weather);
    mishap(n, hero, trouble);
    if (dice.chance(0.7)) {
      n.paragraph();
    }
    boolean helped = dice.chance(0.75);
    if (helped) {
      Openings.friend(n, hero, friend, relation);
      talk(n, hero, friend);
    }
    List<Deed> remedies = dice.some(2, trouble.remedies());
    mend(n, hero, remedies);
    ending(n, hero, trouble);
    List<Question> questions = new ArrayList<>(questions(dice, hero, trouble, remedies));
    if (helped) {
      questions.add(
          new Question(
              "Who was " + friend.name() + "?",
              friend.name() + " was " + hero.name() + "'s " + relation + "."));
    }
    return n.tale(title(dice, hero, trouble), questions);
  }

  private static void mishap(Narrator n, Someone hero, Trouble trouble) {
    Person p = hero.person();
    String did = trouble.deed().past(p);
    String cause = p.fill(trouble.cause());
    switch (n.dice.between(0, 6)) {
      case 0 -> n.say("then " + n.who(hero) + " " + did + " because " + cause);
      case 1 -> n.say(cause + ", and so " + n.who(hero) + " " + did);
      case 2 -> n.say("suddenly " + n.who(hero) + " " + did + ". " + Spelling.capital(cause));
      case 3 -> n.say("since " + cause + ", " + n.who(hero) + " " + did);
      case 4 -> n.say("but what happened? " + n.name(hero) + " " + did + ", for " + cause);
      case 5 ->
          n.say(
              "nobody had expected that "
                  + n.who(hero)
                  + " would "
                  + trouble.deed().base(p)
                  + ", but "
                  + cause);
      default -> n.say("the reason why " + n.who(hero) + " " + did + " was simple: " + cause);
    }
    n.feels(hero, trouble.feeling());
    if (n.dice.chance(0.4)) {
      n.speech(hero, n.phrase("exclamations"));
    }
  }

  private static void talk(Narrator n, Someone hero, Someone friend) {
    n.speech(friend, n.phrase("advice"));
    if (n.dice.chance(0.4)) {
      n.speech(
          hero,
          n.dice.any(
              "do you really think so?",
              "that is kind of you",
              "what shall I do?",
              "thank you, " + friend.name(),
              "I should have been more careful",
              "will it work?",
              "you always know what to do",
              "it was not my fault",
              "how can we begin?"));
    }
  }

  private static void mend(Narrator n, Someone hero, List<Deed> remedies) {
    if (n.dice.chance(0.5)) {
      n.acts(hero, remedies.get(0), remedies.get(1));
      return;
    }
    n.act(hero, remedies.get(0));
    if (n.dice.chance(0.5)) {
      n.sayAny(
          "it did not help at first",
          "that was a good beginning",
          "this was not easy",
          "nothing happened for a while",
          "at first it seemed useless",
          "it was harder than it looked",
          "the minutes passed");
    }
    n.act(hero, remedies.get(1));
  }

  private static void ending(Narrator n, Someone hero, Trouble trouble) {
    String end = trouble.ending();
    switch (n.dice.between(0, 5)) {
      case 0 -> n.say("in the end " + end);
      case 1 -> n.say("and then something good happened: " + end);
      case 2 -> n.say("at last the trouble was over, for " + end);
      case 3 -> n.say("before the day was over, " + end);
      case 4 -> n.say("it was worth it, because " + end);
      default -> n.say(end);
    }
    if (n.dice.chance(0.7)) {
      n.feels(hero, n.dice.pick(n.world.happy()).adjective());
    }
    Endings.lesson(n, hero);
  }

  private static List<Question> questions(
      Dice dice, Someone hero, Trouble trouble, List<Deed> remedies) {
    Person p = hero.person();
    String name = hero.name();
    Deed deed = trouble.deed();
    List<Question> questions = new ArrayList<>();
    questions.add(
        new Question(
            Spelling.capital("why " + deed.in(Tense.PAST).question(name, p) + "?"),
            dice.any(Spelling.capital(p.subject()), name)
                + " "
                + deed.past(p)
                + " because "
                + p.fill(trouble.cause())
                + "."));
    questions.add(
        new Question(
            "How did " + name + " feel about it?",
            Spelling.capital(p.subject()) + " felt " + trouble.feeling() + "."));
    questions.add(
        new Question(
            "What did " + name + " do about it?",
            Spelling.capital(p.subject())
                + " tried to "
                + remedies.get(0).base(p)
                + " and to "
                + remedies.get(1).base(p)
                + "."));
    questions.add(
        new Question("How did it end?", Spelling.sentence("in the end " + trouble.ending())));
    questions.add(
        new Question(
            Spelling.capital(deed.in(Tense.PAST).question(name, p) + "?"),
            dice.any("Yes, " + p.subject() + " did.", "Yes, " + name + " " + deed.past(p) + ".")));
    return questions;
  }

  private static String title(Dice dice, Someone hero, Trouble trouble) {
    String last = trouble.deed().complement().replaceAll("\\{\\w+} ?", "").strip();
    return dice.any(
        hero.name() + " and the " + last.substring(last.lastIndexOf(' ') + 1),
        "a bad day for " + hero.name(),
        "how " + hero.name() + " found a way",
        hero.name() + "'s trouble",
        "a lesson for " + hero.name());
  }
}
