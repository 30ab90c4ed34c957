package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.AnimalPortraits;
import org.deltaworks.corpus.genre.Question;
import org.deltaworks.corpus.genre.ThingPortraits;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Job;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Prompted;

/**
 * Questions about the world with pirates' answers. Some animals, things, jobs and foods are kept
 * for the held-out rows alone, so that these ask about things that no training row asks about.
 */
final class PirateRows implements DemoRows {
  private final Parted<Animal> animals;
  private final Parted<Thing> things;
  private final Parted<Job> jobs;
  private final Parted<Food> foods;
  private final Pattern kept;

  PirateRows(World world) {
    this.animals = Parted.of(world.animals());
    this.things = Parted.of(world.things());
    this.jobs = Parted.of(world.jobs());
    this.foods = Parted.of(world.foods());
    this.kept = Pattern.compile("(?i)\\b(" + String.join("|", keptApart()) + ")\\b");
  }

  @Override
  public Prompted row(Dice dice, Part part) {
    Question question =
        switch (dice.between(0, 6)) {
          case 0, 1, 2 -> dice.pick(AnimalPortraits.questions(dice, dice.pick(animals.of(part))));
          case 3, 4 -> dice.pick(ThingPortraits.questions(dice, dice.pick(things.of(part))));
          case 5 -> dice.pick(ThingPortraits.jobQuestions(dice, dice.pick(jobs.of(part))));
          default -> dice.pick(ThingPortraits.foodQuestions(dice, dice.pick(foods.of(part))));
        };
    String both = question.ask() + " " + question.answer();
    // An answer may name what another question is about: the frog eats flies.
    return part == Part.TRAINING && kept.matcher(both).find()
        ? row(dice, part)
        : new Prompted(question.ask(), new PirateTalk(dice).say(question.answer()));
  }

  @Override
  public Set<String> keptApart() {
    Set<String> kept = new TreeSet<>();
    animals.heldOut().forEach(a -> kept.addAll(forms(a.noun())));
    things.heldOut().forEach(t -> kept.addAll(forms(t.noun())));
    jobs.heldOut().forEach(j -> kept.addAll(forms(j.noun())));
    foods.heldOut().forEach(f -> kept.addAll(forms(f.noun())));
    return kept;
  }

  private static List<String> forms(Noun noun) {
    return List.of(noun.singular(), noun.plural());
  }
}
