package org.deltaworks.corpus.genre;

import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Weather;

/** How stories begin: who it is about, where, and what the weather was like. */
final class Openings {
  private Openings() {}

  /** Introduces the hero. */
  static void hero(Narrator n, Someone s) {
    Person p = s.person();
    String trait = s.trait().adjective();
    switch (n.dice.between(0, 9)) {
      case 0 ->
          n.say(
              n.name(s)
                  + " was "
                  + Spelling.withArticle(trait + " " + s.word())
                  + " who lived in "
                  + s.town());
      case 1 -> n.say("there was once " + Spelling.withArticle(s.word()) + " called " + n.name(s));
      case 2 ->
          n.say(
              "in "
                  + s.town()
                  + " lived "
                  + Spelling.withArticle(trait + " " + s.word())
                  + " named "
                  + n.name(s));
      case 3 ->
          n.say(
              "everybody in "
                  + s.town()
                  + " knew "
                  + n.name(s)
                  + ", because "
                  + p.subject()
                  + " always "
                  + n.dice.pick(s.trait().proofs()).past(p));
      case 4 ->
          n.say(
              n.name(s)
                  + " was "
                  + Spelling.number(s.age())
                  + " years old and liked to "
                  + s.hobby().base(p));
      case 5 ->
          n.say(
              "this is the story of "
                  + n.name(s)
                  + ", "
                  + Spelling.withArticle(trait + " " + s.word())
                  + " from "
                  + s.town());
      case 6 -> n.say("nobody was as " + trait + " as " + n.name(s));
      case 7 -> n.say("people called " + n.name(s) + " " + trait + ", and they were right");
      case 8 -> work(n, s);
      default ->
          n.say(
              n.name(s)
                  + " had "
                  + s.hair()
                  + " hair, "
                  + s.eyes()
                  + " eyes and a "
                  + n.dice.any(
                      "warm smile",
                      "loud laugh",
                      "quiet voice",
                      "red bicycle",
                      "small dog",
                      "large family"));
    }
    if (n.dice.chance(0.35)) {
      n.sayAny(
          n.who(s) + " could " + s.hobby().base(p) + " all day long",
          n.who(s) + " often " + n.dice.pick(s.trait().proofs()).past(p),
          "when "
              + n.who(s)
              + " was not "
              + n.dice.any("at home", "asleep", "tired")
              + ", "
              + p.subject()
              + " "
              + s.hobby().past(p));
    }
  }

  private static void work(Narrator n, Someone s) {
    if (s.child()) {
      n.say(
          n.name(s)
              + " went to school in "
              + s.town()
              + " and liked "
              + n.word("subjects")
              + " best");
    } else {
      n.say(
          n.name(s)
              + " worked as "
              + Spelling.withArticle(s.job().noun().singular())
              + " in "
              + s.town());
    }
  }

  /** Brings the hero to a place on a day with this weather. */
  static void scene(Narrator n, Someone s, Place place, Weather weather) {
    Person p = s.person();
    Deed deed = n.dice.pick(place.deeds());
    String noun = place.noun().singular();
    switch (n.dice.between(0, 9)) {
      case 0 -> n.say(n.time(p) + ", " + n.who(s) + " was " + place.there());
      case 1 -> n.say(n.time(p) + ", " + n.who(s) + " went to the " + noun + " to " + deed.base(p));
      case 2 ->
          n.say(
              "it was "
                  + Spelling.withArticle(weather.adjective() + " day")
                  + ", and "
                  + n.who(s)
                  + " wanted to "
                  + deed.base(p)
                  + " "
                  + place.there());
      case 3 -> n.say(weather.clause() + " when " + n.who(s) + " came to the " + noun);
      case 4 -> n.say("although " + weather.clause() + ", " + n.who(s) + " went to the " + noun);
      case 5 -> n.say(n.time(p) + " " + weather.clause() + ", and " + weather.effect());
      case 6 ->
          n.say(
              "because "
                  + weather.clause()
                  + ", "
                  + n.who(s)
                  + " took along "
                  + weather.clothing());
      case 7 ->
          n.say(
              "the "
                  + noun
                  + " was "
                  + n.dice.pick(place.looks())
                  + " that day, and "
                  + weather.clause());
      case 8 -> n.say(n.who(s) + " was just about to " + deed.base(p) + " " + place.there());
      default ->
          n.say(
              n.who(s)
                  + " stood "
                  + place.there()
                  + " and looked at the "
                  + n.dice.pick(place.things()).singular());
    }
    if (n.dice.chance(0.45)) {
      Asides.around(n);
    }
    if (n.dice.chance(0.4)) {
      n.act(s, n.dice.pick(place.deeds()));
    }
    if (n.dice.chance(0.25)) {
      n.sayAny(
          "while " + n.who(s) + " was " + deed.gerund(p) + ", time went by quickly",
          "there was "
              + n.dice.pick(place.things()).one()
              + " next to "
              + n.dice.pick(place.things()).one(),
          weather.effect());
    }
  }

  /** Brings a second person in. */
  static void friend(Narrator n, Someone hero, Someone friend, String relation) {
    String their = hero.person().possessive();
    switch (n.dice.between(0, 5)) {
      case 0 ->
          n.say("at that moment " + friend.name() + ", " + their + " " + relation + ", came along");
      case 1 ->
          n.say(
              hero.name()
                  + " told "
                  + their
                  + " "
                  + relation
                  + " "
                  + friend.name()
                  + " everything");
      case 2 ->
          n.say(
              "luckily, " + hero.name() + " met " + friend.name() + ", " + their + " " + relation);
      case 3 ->
          n.say("then " + hero.name() + " called " + their + " " + relation + " " + friend.name());
      case 4 -> n.say(friend.name() + ", " + their + " " + relation + ", had seen it all");
      default ->
          n.say("the first to help was " + hero.name() + "'s " + relation + " " + friend.name());
    }
    n.forget();
  }
}
