package org.deltaworks.corpus.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.AnimalPortraits;
import org.deltaworks.corpus.genre.Question;
import org.deltaworks.corpus.genre.ThingPortraits;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Prompted;

/**
 * Questions about the world with pirates' answers. Every seventh animal, thing, job and food is
 * kept for the held-out rows alone, so that these ask about things that no training row names.
 */
final class PirateRows {
  private static final int KEPT_APART = 7;

  private final World world;

  PirateRows(World world) {
    this.world = world;
  }

  List<Prompted> training(int count, long seed) {
    return rows(count, new Dice(seed), index -> index % KEPT_APART != 3);
  }

  List<Prompted> heldOut(int count, long seed) {
    return rows(count, new Dice(seed), index -> index % KEPT_APART == 3);
  }

  private List<Prompted> rows(int count, Dice dice, IntPredicate allowed) {
    PirateTalk talk = new PirateTalk(dice);
    Set<String> asked = new LinkedHashSet<>();
    List<Prompted> rows = new ArrayList<>();
    while (rows.size() < count) {
      Question question = question(dice, allowed);
      if (asked.add(question.ask())) {
        rows.add(new Prompted(question.ask(), talk.say(question.answer())));
      }
    }
    return rows;
  }

  private Question question(Dice dice, IntPredicate allowed) {
    return switch (dice.between(0, 6)) {
      case 0, 1, 2 ->
          dice.pick(AnimalPortraits.questions(dice, one(dice, world.animals(), allowed)));
      case 3, 4 -> dice.pick(ThingPortraits.questions(dice, one(dice, world.things(), allowed)));
      case 5 -> dice.pick(ThingPortraits.jobQuestions(dice, one(dice, world.jobs(), allowed)));
      default -> dice.pick(ThingPortraits.foodQuestions(dice, one(dice, world.foods(), allowed)));
    };
  }

  private static <T> T one(Dice dice, List<T> all, IntPredicate allowed) {
    return dice.pick(IntStream.range(0, all.size()).filter(allowed).mapToObj(all::get).toList());
  }
}
