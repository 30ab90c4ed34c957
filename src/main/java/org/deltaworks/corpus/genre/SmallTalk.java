package org.deltaworks.corpus.genre;

import java.util.List;
import java.util.Map;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Turn;

/** Greetings, thanks, comfort and idle talk, put together from the parts of {@code talk.txt}. */
final class SmallTalk {
  private final World world;
  private final Slots slots;
  private final Map<String, List<String>> parts;

  SmallTalk(World world, Slots slots) {
    this.world = world;
    this.slots = slots;
    this.parts = WordLists.sections("talk.txt");
  }

  /** A system message: who the assistant is, how it answers, or both. */
  String system(Dice dice) {
    String role = "You are " + dice.pick(WordLists.words(line("roles"))) + ".";
    String manner = one(dice, "manners");
    return switch (dice.between(0, 3)) {
      case 0 -> role;
      case 1 -> manner;
      default -> role + " " + manner;
    };
  }

  /** One or two turns of talk about nothing much. */
  void talk(Dice dice, List<Turn> turns) {
    Slots.Values values = slots.page(dice).values(Map.of("A", world.someone(dice)));
    switch (dice.between(0, 9)) {
      case 0, 1 -> {
        user(turns, values, one(dice, "hello"));
        assistant(turns, values, one(dice, "welcome") + " " + one(dice, "offer"));
      }
      case 2 -> {
        user(turns, values, one(dice, "thanks"));
        assistant(turns, values, one(dice, "bye"));
      }
      case 3, 4, 5 -> {
        user(turns, values, one(dice, "sorrow"));
        String first = one(dice, "comfort");
        String more = one(dice, dice.any("idea", "idea", "comfort"));
        boolean both = dice.chance(0.7) && !more.equals(first);
        assistant(turns, values, both ? first + " " + more : one(dice, "idea"));
      }
      default -> pair(dice, turns, values);
    }
  }

  /** A thank-you and its answer, to end a conversation with. */
  void thanks(Dice dice, List<Turn> turns) {
    Slots.Values values = slots.page(dice).values(Map.of("A", world.someone(dice)));
    user(turns, values, one(dice, "thanks"));
    assistant(turns, values, one(dice, "bye"));
  }

  private void pair(Dice dice, List<Turn> turns, Slots.Values values) {
    List<String> fields = WordLists.fields(dice.pick(lines("pairs")));
    user(turns, values, fields.getFirst());
    assistant(turns, values, fields.get(dice.between(1, fields.size() - 1)));
  }

  private void user(List<Turn> turns, Slots.Values values, String pattern) {
    turns.add(new Turn("user", Spelling.capital(values.fill(pattern))));
  }

  private void assistant(List<Turn> turns, Slots.Values values, String pattern) {
    turns.add(new Turn("assistant", Spelling.capital(values.fill(pattern))));
  }

  private String one(Dice dice, String section) {
    return dice.pick(WordLists.phrases(line(section)));
  }

  private String line(String section) {
    return lines(section).getFirst();
  }

  private List<String> lines(String section) {
    List<String> lines = parts.get(section);
    if (lines == null || lines.isEmpty()) {
      throw new IllegalStateException("talk.txt has no section " + section);
    }
    return lines;
  }
}
