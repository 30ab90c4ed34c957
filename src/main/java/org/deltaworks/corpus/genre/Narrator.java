package org.deltaworks.corpus.genre;

import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Puts sentences together into a text in the past tense and remembers of whom it spoke last, so
 * that a pronoun always means that person.
 */
final class Narrator {
  final Dice dice;
  final World world;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Someone last;
  private int lastFeeling = -1;

  Narrator(Dice dice, World world) {
    this.dice = dice;
    this.world = world;
  }

  /** Adds a sentence; capital letter and end mark are put right. */
  void say(String sentence) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append(' ');
    }
    text.append(Spelling.sentence(sentence));
  }

  /** One of several ways to say it. */
  void sayAny(String... ways) {
    say(dice.any(ways));
  }

  /** Begins a new paragraph; the next mention is by name. */
  void paragraph() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    last = null;
  }

  /** The person as a subject: a pronoun mostly if nobody else came between. */
  String who(Someone someone) {
    boolean pronoun = last == someone && dice.chance(0.75);
    last = someone;
    return pronoun ? someone.person().subject() : someone.name();
  }

  /** The person by name. */
  String name(Someone someone) {
    last = someone;
    return someone.name();
  }

  /** Says that another person was mentioned, so that the next mention is by name. */
  void forget() {
    last = null;
  }

  /** Something that somebody did, said in one of many ways. */
  void act(Someone s, Deed deed) {
    Person p = s.person();
    switch (dice.between(0, 15)) {
      case 0, 1, 2 -> say(who(s) + " " + deed.past(p));
      case 3 -> say(later() + ", " + who(s) + " " + deed.past(p));
      case 4 -> say(who(s) + " " + manner() + " " + deed.past(p));
      case 5 -> say(who(s) + " decided to " + deed.base(p));
      case 6 -> say(who(s) + dice.any(" began to ", " started to ", " went on to ") + deed.base(p));
      case 7 -> say(who(s) + " had to " + deed.base(p));
      case 8 -> say("so " + who(s) + " " + deed.past(p));
      case 9 -> say("there was only one thing to do: to " + deed.base(p));
      case 10 -> say("without a word, " + who(s) + " " + deed.past(p));
      case 11 -> say(who(s) + " tried to " + deed.base(p));
      case 12 -> say(who(s) + " did not wait any longer and " + deed.past(p));
      case 13 -> say(who(s) + " thought for a moment and " + deed.past(p));
      case 14 -> say(later() + " it was time to " + deed.base(p));
      default -> say(later() + " " + who(s) + " " + manner() + " " + deed.past(p));
    }
  }

  /** Two things that somebody did, joined. */
  void acts(Someone s, Deed first, Deed second) {
    Person p = s.person();
    switch (dice.between(0, 7)) {
      case 0 ->
          say(
              "first "
                  + who(s)
                  + " "
                  + first.past(p)
                  + ", then "
                  + p.subject()
                  + " "
                  + second.past(p));
      case 1 -> say(who(s) + " " + first.past(p) + " and " + second.past(p));
      case 2 -> say("after " + first.gerund(p) + ", " + who(s) + " " + second.past(p));
      case 3 -> say("before " + second.gerund(p) + ", " + who(s) + " " + first.past(p));
      case 4 ->
          say(
              who(s)
                  + " "
                  + first.past(p)
                  + ", but it was not enough, so "
                  + p.subject()
                  + " "
                  + second.past(p));
      case 5 ->
          say(
              "as soon as "
                  + who(s)
                  + " had "
                  + first.participle(p)
                  + ", "
                  + p.subject()
                  + " "
                  + second.past(p));
      case 6 -> say("it took some time to " + first.base(p) + " and to " + second.base(p));
      default -> say(who(s) + " wanted to " + first.base(p) + " and even " + second.past(p));
    }
  }

  /** How somebody felt. */
  void feels(Someone s, String feeling) {
    Person p = s.person();
    int way = dice.between(0, 7);
    if (way == lastFeeling) {
      way = (way + 1 + dice.between(0, 5)) % 8;
    }
    lastFeeling = way;
    switch (way) {
      case 0 -> say(who(s) + " was " + feeling);
      case 1 -> say(who(s) + " felt " + feeling);
      case 2 -> say("this made " + name(s) + " very " + feeling);
      case 3 -> say("no wonder that " + who(s) + " was " + feeling);
      case 4 -> say(who(s) + " had never been so " + feeling + " before");
      case 5 -> say("anybody could see how " + feeling + " " + who(s) + " was");
      case 6 -> say(who(s) + " was so " + feeling + " that " + p.subject() + " could hardly speak");
      default -> say("how " + feeling + " " + who(s) + " was!");
    }
  }

  /** Direct speech; the words carry no end mark unless they ask. */
  void speech(Someone s, String words) {
    boolean asks = words.endsWith("?");
    String bare = asks ? words.substring(0, words.length() - 1) : words;
    String verb = asks ? "asked" : dice.pick(world.words("said"));
    if (!asks && verb.equals("asked")) {
      verb = "said";
    }
    String middle = asks ? "?" : verb.equals("cried") || verb.equals("shouted") ? "!" : ",";
    String end = asks ? "?" : middle.equals("!") ? "!" : ".";
    String said = Spelling.capital(bare);
    switch (dice.between(0, 4)) {
      case 0 -> say("\"" + said + middle + "\" " + verb + " " + name(s));
      case 1 -> say("\"" + said + middle + "\" " + who(s) + " " + verb);
      case 2 -> say("\"" + said + middle + "\" " + verb + " " + name(s) + " " + manner());
      case 3 -> say(who(s) + " " + verb + ", \"" + said + end + "\"");
      default ->
          say(
              who(s)
                  + " "
                  + dice.any(
                      "looked up and ",
                      "turned around and ",
                      "smiled and ",
                      "nodded and ",
                      "stopped and ")
                  + verb
                  + ", \""
                  + said
                  + end
                  + "\"");
    }
  }

  /** An adverb of manner. */
  String manner() {
    return dice.pick(world.words("manner"));
  }

  /** A word that moves the story on. */
  String later() {
    return dice.pick(world.words("time later"));
  }

  /** A time to begin with, for this person. */
  String time(Person person) {
    return person.fill(dice.pick(world.words("time past")));
  }

  /** One of a list of phrases. */
  String phrase(String section) {
    return dice.pick(world.phrases(section));
  }

  /** A member of the family. */
  String relative() {
    return dice.pick(world.people("family"));
  }

  /** One of a list of words. */
  String word(String section) {
    return dice.pick(world.words(section));
  }

  /** The finished text. */
  Tale tale(String title, List<Question> questions) {
    return new Tale(Spelling.capital(title), text.toString(), questions);
  }
}
