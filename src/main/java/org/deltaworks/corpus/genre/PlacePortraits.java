package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Weather;
import org.deltaworks.corpus.world.World;

/** A place described as one sees it, with somebody in it and the weather around it. */
public final class PlacePortraits implements Teller {
  private final World world;

  /** Places of this world. */
  public PlacePortraits(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Place place = dice.pick(world.places());
    String noun = place.noun().singular();
    String town = dice.pick(world.people("towns"));
    List<String> looks = dice.some(2, place.looks());
    Someone s = world.someone(dice);
    Person p = s.person();
    Weather weather = dice.pick(world.weathers());
    List<Noun> things = dice.some(3, place.things());
    String colour = dice.pick(world.words("colours"));
    String quality = dice.pick(world.words("thing qualities"));
    n.sayAny(
        "the " + noun + " of " + town + " is " + Spelling.list(looks, "and"),
        "there is " + Spelling.withArticle(looks.getFirst() + " " + noun) + " in " + town,
        "if you come to " + town + ", you should see the " + noun,
        "the " + noun + " that I remember best was " + Spelling.list(looks, "and"));
    n.sayAny(
        "you can see "
            + things.get(0).one()
            + ", "
            + things.get(1).one()
            + " and "
            + things.get(2).one(),
        "the first thing you notice is "
            + Spelling.withArticle(colour + " " + things.get(0).singular()),
        Spelling.withArticle(quality + " " + things.get(0).singular())
            + " stands next to "
            + things.get(1).one(),
        "there is neither "
            + things.get(0).one()
            + " nor "
            + things.get(1).one()
            + ", but there is "
            + things.get(2).one());
    List<String> more = new ArrayList<>();
    more.add("people come here to " + dice.pick(place.deeds()).base(Person.THEY));
    more.add(
        "on "
            + n.word("days")
            + "s, "
            + s.name()
            + " likes to "
            + dice.pick(place.deeds()).base(p)
            + " here");
    more.add(
        "nobody is allowed to "
            + dice.pick(place.deeds()).base(Person.THEY)
            + " after "
            + Spelling.number(dice.between(6, 10))
            + " o'clock");
    more.add(
        "it smells of " + dice.pick(world.foods()).generally() + " and " + n.word("flowers") + "s");
    more.add("an old " + n.word("trees") + " grows beside it");
    more.add(
        "in "
            + n.word("months")
            + " it is "
            + dice.any("quieter", "fuller", "warmer", "colder", "more beautiful", "livelier")
            + " than in "
            + n.word("months"));
    more.add("when I was there, " + weather.clause() + ", and " + weather.effect());
    more.add(
        s.name()
            + " once said, \"This is the most "
            + dice.any("peaceful", "beautiful", "interesting", "unusual", "exciting")
            + " place I know.\"");
    more.add("when I first came here, " + Asides.sentence(n));
    dice.some(dice.between(2, 4), more).forEach(n::say);
    return n.tale(
        dice.any(
            "the " + noun,
            "the " + noun + " of " + town,
            "a " + dice.any("day", "morning", "visit") + " " + place.there()),
        List.of());
  }
}
