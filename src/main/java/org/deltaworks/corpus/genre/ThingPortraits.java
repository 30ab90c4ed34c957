package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Job;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/** Things, food and jobs: what they are, what they are for, and questions about them. */
public final class ThingPortraits implements Teller {
  private final World world;

  /** Things of this world. */
  public ThingPortraits(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    return switch (dice.between(0, 2)) {
      case 0 -> thing(n);
      case 1 -> food(n);
      default -> job(n);
    };
  }

  private Tale thing(Narrator n) {
    Dice dice = n.dice;
    Thing t = dice.pick(world.things());
    sentences(dice, t).forEach(n::say);
    n.sayAny(
        "this one belongs to " + world.someone(dice).name(),
        "mine is "
            + dice.pick(world.words("colours"))
            + " and "
            + dice.pick(world.words("thing qualities")),
        "it costs about " + Spelling.number(dice.between(t.low(), t.high())) + " coins",
        "I found one " + dice.pick(world.places()).there());
    return n.tale("the " + t.noun().singular(), questions(dice, t));
  }

  /** What a thing is and what it is for. */
  static List<String> sentences(Dice dice, Thing t) {
    boolean plural =
        t.noun().plural().equals(t.noun().singular()) && t.noun().singular().endsWith("s");
    String it = plural ? "they" : "it";
    String one = t.noun().one();
    String made = Spelling.list(dice.some(2, t.materials()), "or");
    List<String> all = new ArrayList<>();
    all.add(
        plural
            ? one + " are " + Spelling.withArticle(t.kind())
            : one + " is " + Spelling.withArticle(t.kind()));
    all.add(
        dice.any(
            it + (plural ? " are" : " is") + " made of " + made,
            "most of them are made of " + dice.pick(t.materials())));
    Deed use = Deed.of(t.use());
    all.add(
        dice.any(
            "you use " + (plural ? "them" : "it") + " to " + use.base(Person.YOU),
            it + (plural ? " are" : " is") + " used for " + use.gerund(Person.YOU),
            "with " + (plural ? "them" : one) + ", you can " + use.base(Person.YOU)));
    return all;
  }

  /** Questions about a thing. */
  public static List<Question> questions(Dice dice, Thing t) {
    String one = t.noun().one();
    boolean plural =
        t.noun().plural().equals(t.noun().singular()) && t.noun().singular().endsWith("s");
    String are = plural ? "are" : "is";
    String it = plural ? "they" : "it";
    Deed use = Deed.of(t.use());
    return List.of(
        new Question(
            "What " + are + " " + one + "?",
            Spelling.sentence(one + " " + are + " " + Spelling.withArticle(t.kind()))),
        new Question(
            "What " + are + " " + one + " made of?",
            Spelling.sentence(
                it
                    + " "
                    + are
                    + " made of "
                    + Spelling.list(
                        t.materials().subList(0, Math.min(2, t.materials().size())), "or"))),
        new Question(
            dice.any("What " + are + " " + one + " used for?", "What can you do with " + one + "?"),
            Spelling.sentence(
                "you use " + (plural ? "them" : "it") + " to " + use.base(Person.YOU))));
  }

  private Tale food(Narrator n) {
    Dice dice = n.dice;
    Food f = dice.pick(world.foods());
    String all = f.generally();
    boolean plural = f.noun().countable();
    String be = plural ? "are" : "is";
    List<String> tastes = dice.some(2, f.tastes());
    n.sayAny(
        all + " " + be + " " + Spelling.list(tastes, "and"),
        "have you ever tasted really " + tastes.getFirst() + " " + all + "?",
        "for many people, "
            + all
            + " "
            + (plural ? "belong" : "belongs")
            + " to a good "
            + n.word("meals").replace("a ", ""));
    n.sayAny(
        "you can buy "
            + f.portion()
            + " for "
            + Spelling.number(dice.between(f.low(), f.high()) + 1)
            + " coins",
        "with "
            + dice.pick(world.foods()).generally()
            + ", "
            + (plural ? "they taste" : "it tastes")
            + " even better",
        "in "
            + n.word("months")
            + ", "
            + (plural ? "they are" : "it is")
            + " cheaper than in "
            + n.word("months"),
        "children like "
            + (plural ? "them" : "it")
            + " "
            + dice.any("cold", "for breakfast", "with a little sugar", "at parties"));
    n.sayAny(
        world.someone(dice).name() + " eats " + f.portion() + " " + n.word("time present"),
        "my "
            + dice.any("aunt", "uncle", "grandmother")
            + " says that nothing is better than "
            + f.portion(),
        "once I had " + f.portion() + " and could not stop",
        "some people never get enough of " + (plural ? "them" : "it"));
    return n.tale(all, foodQuestions(dice, f));
  }

  /** Questions about a food. */
  public static List<Question> foodQuestions(Dice dice, Food f) {
    String all = f.generally();
    boolean plural = f.noun().countable();
    String be = plural ? "are" : "is";
    String it = plural ? "they" : "it";
    return List.of(
        new Question(
            "How " + (plural ? "do " : "does ") + all + " taste?",
            Spelling.sentence(
                dice.any(it, all)
                    + " "
                    + be
                    + " "
                    + Spelling.list(f.tastes().subList(0, 2), "and"))),
        new Question(
            "What " + be + " " + all + "?",
            Spelling.sentence(
                all
                    + " "
                    + be
                    + " "
                    + dice.any("something", "a kind of food")
                    + " that you can "
                    + (f.kind().equals("drink") ? "drink" : "eat"))),
        new Question(
            "Do you like " + all + "?",
            dice.any(
                "Yes, I like " + (plural ? "them" : "it") + " very much.",
                "Yes, because " + it + " " + be + " " + f.tastes().getFirst() + ".")));
  }

  private Tale job(Narrator n) {
    Dice dice = n.dice;
    Job j = dice.pick(world.jobs());
    String one = j.noun().one();
    List<Deed> deeds = dice.some(3, j.deeds());
    n.sayAny(
        one + " works " + j.there(),
        "what does " + one + " do all day?",
        "not everybody can be " + one);
    n.sayAny(
        "a good "
            + j.noun().singular()
            + " must "
            + deeds.get(0).base(Person.THEY)
            + " and "
            + deeds.get(1).base(Person.THEY),
        "it is the job of " + one + " to " + deeds.get(0).base(Person.THEY),
        "one has to "
            + deeds.get(0).base(Person.THEY)
            + ", "
            + deeds.get(1).base(Person.THEY)
            + " and sometimes "
            + deeds.get(2).base(Person.THEY));
    n.sayAny(
        "for this work, "
            + j.tools().get(0).one()
            + " and "
            + j.tools().get(1).one()
            + " are needed",
        "without " + dice.pick(j.tools()).one() + ", nothing would go right",
        "nothing is more important than " + dice.pick(j.tools()).one());
    worker(n, j);
    return n.tale(j.noun().plural(), jobQuestions(dice, j));
  }

  private void worker(Narrator n, Job j) {
    var s = world.someone(n.dice);
    n.sayAny(
        s.name()
            + " has been "
            + j.noun().one()
            + " for "
            + Spelling.number(n.dice.between(2, 40))
            + " years",
        "when "
            + s.name()
            + " was a child, "
            + s.person().subject()
            + " already wanted to be "
            + j.noun().one(),
        "in "
            + s.town()
            + " there are only "
            + Spelling.number(n.dice.between(2, 9))
            + " "
            + j.noun().plural());
  }

  /** Questions about a job. */
  public static List<Question> jobQuestions(Dice dice, Job j) {
    String one = j.noun().one();
    List<Deed> deeds = dice.some(2, j.deeds());
    return List.of(
        new Question(
            "What does " + one + " do?",
            Spelling.sentence(
                one
                    + " has to "
                    + deeds.get(0).base(Person.THEY)
                    + " and "
                    + deeds.get(1).base(Person.THEY))),
        new Question(
            "Where does " + one + " work?", Spelling.sentence(one + " works " + j.there())),
        new Question(
            "What does " + one + " need?",
            Spelling.sentence(one + " needs " + j.tools().get(0).one())));
  }
}
