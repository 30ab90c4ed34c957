package org.deltaworks.corpus.genre;

import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Trouble;
import org.deltaworks.corpus.world.Weather;
import org.deltaworks.corpus.world.Wish;
import org.deltaworks.corpus.world.World;

/** Letters in the first person: thanks, invitations, holidays, apologies, news. */
public final class Letters implements Teller {
  private final World world;

  /** Letters between people of this world. */
  public Letters(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Someone from = world.someone(dice);
    Someone to = Companions.other(dice, world, from);
    Narrator n = new Narrator(dice, world);
    StringBuilder letter = new StringBuilder(greeting(dice, to) + "\n");
    switch (dice.between(0, 4)) {
      case 0 -> holiday(n);
      case 1 -> news(n);
      case 2 -> invitation(n);
      case 3 -> thanks(n);
      default -> wish(n);
    }
    if (dice.chance(0.6)) {
      n.say(n.phrase("wishes"));
    }
    String close =
        dice.any(
            "Yours,", "Love,", "Best wishes,", "Many greetings,", "See you soon,", "Your friend,");
    letter
        .append(n.tale("", List.of()).text())
        .append('\n')
        .append(close)
        .append(dice.chance(0.8) ? ' ' : '\n')
        .append(from.name());
    return new Tale(
        dice.any("a letter to " + to.name(), "a letter from " + from.name())
            .replaceFirst("^a", "A"),
        letter.toString(),
        List.of(
            new Question("Who wrote the letter?", from.name() + " wrote it."),
            new Question("Who is the letter for?", "It is for " + to.name() + ".")));
  }

  private static String greeting(Dice dice, Someone to) {
    String name = to.name();
    return dice.any(
        "Dear " + name + ",",
        "My dear " + name + ",",
        "Hello " + name + ",",
        "Dearest " + name + ",",
        "Good morning, " + name + "!",
        "Greetings, " + name + "!",
        "Hi " + name + ",",
        "Dear " + name + " in " + to.town() + ",",
        name + ", my dear friend,",
        "To " + name + " in " + to.town() + ":");
  }

  private void holiday(Narrator n) {
    Place place = n.dice.pick(world.places());
    Weather weather = n.dice.pick(world.weathers());
    n.sayAny(
        "greetings from " + n.dice.pick(world.people("towns")),
        "we have been here for " + Spelling.number(n.dice.between(2, 14)) + " days now",
        "the journey took " + Spelling.number(n.dice.between(2, 12)) + " hours");
    n.sayAny(
        "yesterday " + weather.clause() + ", and " + weather.effect(),
        "the weather is " + weather.adjective() + ", so I always wear my " + weather.clothes());
    n.sayAny(
        "we go to the "
            + place.noun().singular()
            + " every day to "
            + n.dice.pick(place.deeds()).base(Person.WE),
        "the " + place.noun().singular() + " here is " + n.dice.pick(place.looks()),
        "this morning I could " + n.dice.pick(place.deeds()).base(Person.I) + " " + place.there());
    if (n.dice.chance(0.6)) {
      n.say("when I looked out of the window yesterday, " + Asides.sentence(n));
    }
    n.sayAny(
        "in the evening we eat " + n.dice.pick(world.foods()).portion(),
        "I have bought " + n.dice.pick(world.things()).noun().one() + " for you",
        "tomorrow we want to " + n.dice.pick(n.dice.pick(world.places()).deeds()).base(Person.WE));
  }

  private void news(Narrator n) {
    Trouble trouble = n.dice.pick(world.troubles());
    List<Deed> remedies = n.dice.some(2, trouble.remedies());
    n.sayAny(
        "you will not believe what happened to me",
        "I have to tell you something",
        "thank you for your letter",
        "how are you?",
        "I am sorry that I did not write earlier");
    n.say(
        n.time(Person.I)
            + " I "
            + trouble.deed().past(Person.I)
            + " because "
            + Person.I.fill(trouble.cause()));
    n.sayAny(
        "I was really " + trouble.feeling(),
        "you can imagine how " + trouble.feeling() + " I felt",
        "at first I did not know what to do");
    n.sayAny(
        "I " + remedies.get(0).past(Person.I) + " and " + remedies.get(1).past(Person.I),
        "first I " + remedies.get(0).past(Person.I) + ", later I " + remedies.get(1).past(Person.I),
        "my " + n.relative() + " told me to " + remedies.get(0).base(Person.I));
    n.sayAny(
        "in the end " + trouble.ending(),
        "you see, " + trouble.ending(),
        "luckily, " + trouble.ending());
  }

  private void invitation(Narrator n) {
    Place place = n.dice.pick(world.places());
    String day = n.word("days");
    n.sayAny(
        "I will be " + Spelling.number(n.dice.between(7, 90)) + " years old on " + day,
        "on " + day + " we are having a party",
        "would you like to visit us on " + day + "?",
        "my " + n.relative() + " and I would like to invite you");
    n.sayAny(
        "we will meet at " + Spelling.number(n.dice.between(1, 9)) + " o'clock " + place.there(),
        "it begins at "
            + Spelling.number(n.dice.between(1, 9))
            + " o'clock, and you will find us "
            + place.there());
    n.sayAny(
        "please bring " + n.dice.pick(world.foods()).portion(),
        "you need not bring anything but " + n.dice.pick(world.things()).noun().one(),
        "there will be "
            + n.dice.pick(world.foods()).generally()
            + " and "
            + n.dice.pick(world.foods()).generally());
    n.sayAny(
        "we will " + n.dice.pick(place.deeds()).base(Person.WE) + " together",
        "if the weather is bad, we will stay at home and "
            + n.dice.any("play cards", "tell stories", "listen to music", "bake waffles"));
  }

  private void thanks(Narrator n) {
    String thing =
        n.dice
            .pick(world.things().stream().filter(t -> t.noun().countable()).toList())
            .noun()
            .singular();
    String colour = n.word("colours");
    n.sayAny(
        "thank you for the " + colour + " " + thing,
        "what a surprise to find " + Spelling.withArticle(colour + " " + thing) + " in the parcel",
        "your present arrived on " + n.word("days"));
    n.sayAny(
        "it is exactly what I needed",
        "I have never had such " + Spelling.withArticle(n.word("thing qualities") + " " + thing),
        "everybody here admires it",
        "I use it every day");
    n.sayAny(
        "when you come, we will "
            + n.dice.pick(n.dice.pick(world.places()).deeds()).base(Person.WE)
            + " together",
        "here it is "
            + n.dice.pick(world.weathers()).adjective()
            + ", and I "
            + n.dice.any("often", "sometimes", "always")
            + " think of you",
        "soon I will send you something as well");
  }

  private void wish(Narrator n) {
    Wish wish = n.dice.pick(world.wishes());
    n.say(
        "I want to "
            + wish.deed().base(Person.I)
            + ", but "
            + Person.I.fill(wish.obstacle()).replaceFirst("^my knees were", "my knees are"));
    n.sayAny(
        "do you have an idea?",
        "what would you do?",
        "perhaps you can help me",
        "can you give me some advice?");
    n.sayAny(
        "I have already tried to " + wish.plan().get(0).base(Person.I),
        "my " + n.relative() + " says that I should " + wish.plan().get(1).base(Person.I),
        "if I " + wish.plan().get(1).base(Person.I) + ", it may work");
  }
}
