package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/** Short reviews with an opinion: good, bad, or both. */
public final class Reviews implements Teller {
  private final World world;

  /** Reviews of places and things of this world. */
  public Reviews(World world) {
    this.world = world;
  }

  /** What the writer thinks. */
  private enum Opinion {
    POSITIVE,
    NEGATIVE,
    MIXED
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Opinion opinion = dice.any(Opinion.POSITIVE, Opinion.NEGATIVE, Opinion.MIXED);
    boolean place = dice.chance(0.6);
    Thing thing = dice.pick(world.things().stream().filter(t -> t.noun().countable()).toList());
    String subject =
        place
            ? dice.any(
                "café",
                "hotel",
                "restaurant",
                "museum",
                "bakery",
                "theatre",
                "market",
                "library",
                "zoo",
                "swimming pool",
                "shop",
                "campsite")
            : thing.noun().singular();
    String town = dice.pick(world.people("towns"));
    opening(n, subject, town, place, thing);
    List<String> body = new ArrayList<>();
    if (opinion != Opinion.NEGATIVE) {
      body.add(good(dice, place));
      body.add(praise(n, subject, place));
    }
    if (opinion != Opinion.POSITIVE) {
      body.add(bad(dice, place));
      body.add(blame(n, subject, place));
    }
    if (opinion == Opinion.MIXED) {
      n.say(
          dice.any(
              "on the one hand, " + body.get(0) + ", on the other hand, " + body.get(2),
              "although " + body.get(0) + ", " + body.get(2),
              body.get(0) + ", but " + body.get(2)));
    } else {
      n.say(body.get(0));
      n.say(body.get(1));
    }
    verdict(n, opinion, subject);
    String mood = opinion.name().toLowerCase(java.util.Locale.ROOT);
    int stars =
        opinion == Opinion.POSITIVE
            ? dice.between(4, 5)
            : opinion == Opinion.NEGATIVE ? dice.between(1, 2) : 3;
    if (dice.chance(0.4)) {
      n.say(
          dice.any(
              "I give it " + Spelling.number(stars) + (stars == 1 ? " star" : " stars"),
              Spelling.number(stars) + (stars == 1 ? " star" : " stars") + " out of five"));
    }
    return n.tale(
        dice.any("a review", "review: the " + subject, "my opinion about the " + subject),
        List.of(
            new Question(
                "Is this review positive, negative or mixed?",
                dice.any("It is " + mood + ".", "This review is " + mood + ".")),
            new Question(
                "What is the review about?",
                "It is about " + Spelling.withArticle(subject) + ".")));
  }

  private void opening(Narrator n, String subject, String town, boolean place, Thing thing) {
    Someone friend = world.someone(n.dice);
    if (place) {
      n.sayAny(
          "last " + n.word("days") + " we visited the " + subject + " in " + town,
          friend.name()
              + " and I spent "
              + Spelling.withArticle(
                  n.dice.any("hour", "afternoon", "evening", "rainy day", "whole day"))
              + " at the "
              + subject,
          "the " + subject + " in " + town + " was recommended by " + friend.name(),
          "this was my "
              + n.dice.any("first", "second", "third", "last")
              + " visit to the "
              + subject);
    } else {
      String colour = n.word("colours");
      n.sayAny(
          "I bought this " + colour + " " + subject + " in " + n.word("months"),
          "my "
              + n.dice.any("aunt", "brother", "sister", "neighbour")
              + " gave me this "
              + subject
              + " for my birthday",
          "I have used the "
              + subject
              + " for "
              + Spelling.number(n.dice.between(2, 11))
              + " "
              + n.dice.any("weeks", "days", "months"),
          "for "
              + Spelling.number(n.dice.between(thing.low(), thing.high()))
              + " coins I expected "
              + Spelling.withArticle(n.word("thing qualities") + " " + subject));
    }
  }

  private String good(Dice dice, boolean place) {
    return opinion(
        dice,
        place,
        "review good",
        dice.any("there were ", "we liked the ", "I was happy about the "),
        dice.any("it has ", "I like the ", "one gets "));
  }

  private String bad(Dice dice, boolean place) {
    return opinion(
        dice,
        place,
        "review bad",
        dice.any(
            "we did not like the ", "I was annoyed by the ", "nobody had warned us about the "),
        dice.any("it has ", "I do not like the ", "the worst thing is the "));
  }

  private String opinion(Dice dice, boolean place, String list, String there, String here) {
    List<String> points = world.words(list);
    String point = place ? dice.pick(points.subList(0, 10)) : dice.pick(points.subList(11, 17));
    String lead = place ? there : here;
    boolean definite = lead.endsWith("the ");
    String bare = point.replaceFirst("^(a|an|no) ", "");
    if (lead.equals("there were ")) {
      return point.startsWith("a ") || !point.endsWith("s")
          ? "there was " + point
          : "there were " + point;
    }
    return lead + (definite ? bare : point);
  }

  private String praise(Narrator n, String subject, boolean place) {
    Food food = n.dice.pick(world.foods());
    String word = n.word("praise");
    return place
        ? n.dice.any(
            "the " + food.generally() + " " + (food.noun().countable() ? "were " : "was ") + word,
            "everything about the " + subject + " was " + word,
            "we stayed longer than planned, because it was so "
                + n.dice.any("nice", "cosy", "interesting"))
        : n.dice.any(
            "the quality is " + word,
            "even my grandmother can use it without help",
            "it still looks like new");
  }

  private String blame(Narrator n, String subject, boolean place) {
    Food food = n.dice.pick(world.foods());
    String word = n.word("blame");
    return place
        ? n.dice.any(
            "the " + food.generally() + " " + (food.noun().countable() ? "were " : "was ") + word,
            "we waited for " + Spelling.number(n.dice.between(20, 90)) + " minutes",
            "nobody at the " + subject + " said hello")
        : n.dice.any(
            "the quality is " + word,
            "it broke after " + Spelling.number(n.dice.between(2, 9)) + " days",
            "the colour came off at once");
  }

  private void verdict(Narrator n, Opinion opinion, String subject) {
    switch (opinion) {
      case POSITIVE ->
          n.sayAny(
              "I will come back",
              "I can recommend it to everybody",
              "a " + subject + " could not be better",
              "simply " + n.word("praise"),
              "we were very happy with it");
      case NEGATIVE ->
          n.sayAny(
              "never again",
              "I cannot recommend it",
              "save your money",
              "simply " + n.word("blame"),
              "I want my money back",
              "we will look for another " + subject);
      case MIXED ->
          n.sayAny(
              "so I do not know what to think",
              "it was neither good nor bad",
              "perhaps it will be better next time",
              "some will like it, others will not",
              "all in all, it is an average " + subject);
    }
  }
}
