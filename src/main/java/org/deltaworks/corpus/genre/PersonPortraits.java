package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.Tense;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.World;

/** Somebody described in the present tense, with questions about what was said. */
public final class PersonPortraits implements Teller {
  private final World world;

  /** People of this world. */
  public PersonPortraits(World world) {
    this.world = world;
  }

  private record Fact(String sentence, Question question) {}

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Someone s = world.someone(dice);
    List<Fact> facts = new ArrayList<>(dice.some(dice.between(4, 7), facts(dice, n, s)));
    n.say(
        dice.any(
            s.name()
                + " is "
                + Spelling.withArticle(s.trait().adjective() + " " + s.word())
                + " from "
                + s.town(),
            "let me tell you about "
                + s.name()
                + ", "
                + Spelling.withArticle(s.trait().adjective() + " " + s.word())
                + " from "
                + s.town(),
            "do you know "
                + s.name()
                + ", the "
                + s.trait().adjective()
                + " "
                + s.word()
                + " from "
                + s.town()
                + "?",
            "have you ever met "
                + s.name()
                + "? "
                + "People in "
                + s.town()
                + " call "
                + s.person().object()
                + " "
                + s.trait().adjective(),
            "the town of "
                + s.town()
                + " is the home of "
                + s.name()
                + ", "
                + Spelling.withArticle(s.trait().adjective() + " " + s.word()),
            "in "
                + s.town()
                + " lives "
                + Spelling.withArticle(s.trait().adjective() + " " + s.word())
                + " called "
                + s.name()));
    facts.forEach(fact -> n.say(fact.sentence()));
    List<Question> questions = new ArrayList<>(facts.stream().map(Fact::question).toList());
    questions.add(
        new Question(
            "Where does " + s.name() + " live?",
            dice.any(s.name(), Spelling.capital(s.person().subject()))
                + " lives in "
                + s.town()
                + "."));
    return n.tale(
        dice.any(
            "a portrait of " + s.name(), s.name(), "my friend " + s.name(), "who is " + s.name()),
        questions);
  }

  private List<Fact> facts(Dice dice, Narrator n, Someone s) {
    Person p = s.person();
    String he = p.subject();
    String name = s.name();
    String who = dice.any(he, name);
    Food food = dice.pick(world.foods());
    Food hated = dice.pick(world.foods().stream().filter(f -> f != food).toList());
    Animal pet =
        dice.pick(
            world.animals().stream()
                .filter(
                    a ->
                        a.homes().contains("house")
                            || a.homes().contains("farm")
                            || a.homes().contains("yard"))
                .toList());
    String petName = dice.pick(world.people("pets"));
    String petLook = dice.pick(pet.looks());
    String petNoun = petLook + " " + pet.noun().singular();
    String colour = dice.pick(world.words("colours"));
    Deed proof = dice.pick(s.trait().proofs());
    String time = n.word("time present");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            dice.any(
                who + " is " + Spelling.number(s.age()) + " years old",
                "at " + Spelling.number(s.age()) + ", " + who + " still feels young"),
            new Question(
                "How old is " + name + "?",
                Spelling.capital(he) + " is " + Spelling.number(s.age()) + " years old.")));
    facts.add(
        new Fact(
            dice.any(
                who + " has " + s.hair() + " hair and " + s.eyes() + " eyes",
                p.possessive()
                    + " hair is "
                    + s.hair()
                    + ", and "
                    + p.possessive()
                    + " eyes are "
                    + s.eyes()),
            new Question("What colour are " + name + "'s eyes?", "They are " + s.eyes() + ".")));
    facts.add(
        new Fact(
            dice.any(
                who + " likes to " + s.hobby().base(p) + " " + time,
                time + ", " + who + " likes to " + s.hobby().base(p),
                "what " + he + " likes best is to " + s.hobby().base(p)),
            new Question(
                "What does " + name + " like to do?",
                Spelling.capital(he) + " likes to " + s.hobby().base(p) + ".")));
    facts.add(
        new Fact(
            dice.any(
                who + " loves " + food.generally() + " but cannot stand " + hated.generally(),
                he
                    + " eats "
                    + food.generally()
                    + " as often as possible and never touches "
                    + hated.generally()),
            dice.any(
                new Question(
                    "What does " + name + " love to eat?",
                    Spelling.capital(he) + " loves " + food.generally() + "."),
                new Question(
                    "What does " + name + " never eat?",
                    Spelling.capital(he) + " never eats " + hated.generally() + "."))));
    facts.add(
        new Fact(
            dice.any(
                who + " has " + Spelling.withArticle(petNoun) + " named " + petName,
                petName + ", " + Spelling.withArticle(petNoun) + ", belongs to " + p.object(),
                p.possessive() + " " + petNoun + " is called " + petName),
            dice.any(
                new Question(
                    "Who is " + petName + "?", petName + " is " + name + "'s " + petNoun + "."),
                new Question(
                    "What is the name of " + name + "'s " + pet.noun().singular() + "?",
                    Spelling.capital(p.possessive())
                        + " "
                        + pet.noun().singular()
                        + " is called "
                        + petName
                        + "."))));
    facts.add(
        new Fact(
            dice.any(
                p.possessive() + " favourite colour is " + colour,
                "almost everything " + he + " wears is " + colour,
                "nothing pleases " + p.object() + " more than the colour " + colour),
            new Question(
                "What is " + name + "'s favourite colour?",
                Spelling.capital(p.possessive()) + " favourite colour is " + colour + ".")));
    facts.add(
        new Fact(
            dice.any(
                who + " is " + s.trait().adjective() + " and will " + proof.base(p),
                "because "
                    + he
                    + " is so "
                    + s.trait().adjective()
                    + ", "
                    + he
                    + " will "
                    + proof.base(p)),
            new Question(
                "What is " + name + " like?",
                Spelling.capital(he) + " is " + s.trait().adjective() + ".")));
    facts.add(work(dice, s));
    return facts;
  }

  private Fact work(Dice dice, Someone s) {
    Person p = s.person();
    String name = s.name();
    if (s.child()) {
      String subject = dice.pick(world.words("subjects"));
      String dull =
          dice.pick(world.words("subjects").stream().filter(w -> !w.equals(subject)).toList());
      return new Fact(
          dice.any(
              "at school, " + p.subject() + " likes " + subject + " more than " + dull,
              p.subject() + " is good at " + subject + " but finds " + dull + " difficult"),
          new Question(
              "Which subject does " + name + " like?",
              Spelling.capital(p.subject()) + " likes " + subject + "."));
    }
    String job = Spelling.withArticle(s.job().noun().singular());
    Deed deed = dice.pick(s.job().deeds());
    return new Fact(
        dice.any(
            name + " works as " + job + ", so " + p.subject() + " has to " + deed.base(p),
            "as " + job + ", " + name + " must " + deed.base(p),
            name
                + " is "
                + job
                + ". "
                + Spelling.capital(deed.in(Tense.PRESENT).modal("can").question(p.subject(), p))
                + "? Of course"),
        dice.any(
            new Question(
                "What is " + name + "'s job?", Spelling.capital(p.subject()) + " is " + job + "."),
            new Question("Is " + name + " " + job + "?", "Yes, " + p.subject() + " is.")));
  }
}
