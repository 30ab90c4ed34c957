package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.World;

/**
 * Texts made of facts of {@code reading.txt}, one sentence to many, with questions whose answers
 * stand in the text. Often the same kind of fact is told of two people, so that only who reads the
 * name as well can answer.
 */
public final class ReadingTexts {
  /** One kind of fact: ways to say it, and what can be asked. */
  private record Frame(String name, List<String> tellings, List<Ask> asks) {}

  private record Ask(String ask, String brief, String full) {}

  private final World world;
  private final Slots slots;
  private final List<Frame> frames;

  /** Texts about this world. */
  public ReadingTexts(World world) {
    this.world = world;
    this.slots = new Slots(world);
    this.frames = frames();
  }

  private static List<Frame> frames() {
    List<Frame> all = new ArrayList<>();
    WordLists.sections("reading.txt")
        .forEach(
            (name, lines) -> {
              List<String> tellings = new ArrayList<>();
              List<Ask> asks = new ArrayList<>();
              for (String line : lines) {
                String rest = line.substring(2);
                if (line.startsWith("T ")) {
                  tellings.add(rest);
                } else {
                  List<String> fields = WordLists.fields(rest);
                  asks.add(new Ask(fields.get(0), fields.get(1), fields.get(2)));
                }
              }
              all.add(new Frame(name, tellings, asks));
            });
    return List.copyOf(all);
  }

  /** A new text of this many facts, 1 to about 12. */
  public ReadingText text(Dice dice, int facts) {
    List<Someone> cast = cast(dice);
    Slots.Page page = slots.page(dice);
    List<String> sentences = new ArrayList<>();
    Map<String, Asked> asked = new LinkedHashMap<>();
    Set<String> doubtful = new HashSet<>();
    int twins = facts < 2 ? 0 : dice.between(0, facts / 2);
    String last = "";
    for (Telling telling : plan(dice, facts, twins)) {
      Map<String, Someone> people = new HashMap<>();
      people.put("A", cast.get(telling.hero()));
      people.put("B", cast.get(telling.hero() == 0 ? 2 : 0));
      Slots.Values values = page.values(people);
      String pattern = dice.pick(telling.frame().tellings());
      String heroName = cast.get(telling.hero()).name();
      String sentence = values.fill(pattern);
      if (last.equals(heroName) && !pattern.contains("{B}") && dice.chance(0.4)) {
        sentence = withPronoun(pattern, values);
      }
      last = pattern.contains("{A}") && !pattern.contains("{B}") ? heroName : "";
      sentences.add(Spelling.sentence(Spelling.capital(sentence)));
      questions(telling.frame(), pattern, values, asked, doubtful);
    }
    if (facts > 2 && dice.chance(0.3)) {
      sentences.add(0, Spelling.sentence(dice.pick(world.weathers()).clause()));
    }
    doubtful.forEach(asked::remove);
    return new ReadingText(
        String.join(" ", sentences), dice.shuffled(new ArrayList<>(asked.values())));
  }

  private record Telling(Frame frame, int hero) {}

  /** Which facts are told of whom; a twin tells the fact before it of somebody else. */
  private List<Telling> plan(Dice dice, int facts, int twins) {
    List<Telling> plan = new ArrayList<>();
    List<Frame> chosen = dice.some(facts - twins, frames);
    for (int i = 0; i < chosen.size(); i++) {
      int hero = dice.between(0, 1);
      plan.add(new Telling(chosen.get(i), hero));
      if (i < twins) {
        plan.add(new Telling(chosen.get(i), 1 - hero));
      }
    }
    return dice.chance(0.5) ? plan : dice.shuffled(plan);
  }

  private List<Someone> cast(Dice dice) {
    List<Someone> cast = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (cast.size() < 3) {
      Someone someone = world.someone(dice);
      if (names.add(someone.name())) {
        cast.add(someone);
      }
    }
    return cast;
  }

  /** Only a name at the beginning can become a pronoun without doubt. */
  private static String withPronoun(String pattern, Slots.Values values) {
    if (pattern.startsWith("{A}'s ")) {
      return values.fill("{A.his} " + pattern.substring(6));
    }
    return values.fill(pattern.startsWith("{A} ") ? "{A.he} " + pattern.substring(4) : pattern);
  }

  private void questions(
      Frame frame,
      String telling,
      Slots.Values values,
      Map<String, Asked> asked,
      Set<String> doubtful) {
    Set<String> told = slots.names(telling);
    for (Ask ask : frame.asks()) {
      if (told.containsAll(slots.names(ask.ask() + ask.brief() + ask.full()))) {
        String question = values.fill(ask.ask());
        Asked made =
            new Asked(
                question,
                values.fill(ask.brief()),
                Spelling.sentence(values.fill(ask.full())),
                ask.brief()
                    .matches("((in|on|from) )?\\{(A|B|town|country|day|month|pet|language)}('s)?"));
        Asked before = asked.putIfAbsent(question, made);
        if (before != null && !before.brief().equals(made.brief())) {
          doubtful.add(question);
        }
      }
    }
  }
}
