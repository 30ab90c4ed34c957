package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.Row.Turn;

/**
 * Fact sheets and a text that uses exactly their facts, from {@code sheets.txt}: teaches to carry
 * facts from one form into the other.
 */
final class Sheets {
  private record Option(Set<String> needs, List<String> ways) {}

  private record Kind(List<List<String>> facts, List<String> openings, List<Option> options) {}

  /** A sheet, one fact a line, and the text. */
  private record Sheet(List<String> facts, String text) {}

  private final World world;
  private final Slots slots;
  private final List<Kind> kinds;

  Sheets(World world, Slots slots) {
    this.world = world;
    this.slots = slots;
    this.kinds =
        WordLists.sections("sheets.txt").values().stream().map(lines -> kind(lines)).toList();
  }

  private static Kind kind(List<String> lines) {
    List<List<String>> facts = new ArrayList<>();
    List<String> openings = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    for (String line : lines) {
      List<String> fields = WordLists.fields(line.substring(2));
      switch (line.charAt(0)) {
        case 'F' -> facts.add(fields);
        case 'T' -> openings.addAll(fields);
        default -> {
          Set<String> needs = Set.of(fields.getFirst().split("\\+"));
          options.add(new Option(needs, fields.subList(1, fields.size())));
        }
      }
    }
    return new Kind(facts, openings, options);
  }

  /** Sheet and text in the plain form. */
  Row plain(Dice dice) {
    Sheet sheet = sheet(dice);
    return new Row.Text(
        dice.chance(0.5)
            ? String.join(". ", sheet.facts()) + ".\n" + sheet.text()
            : String.join("\n", sheet.facts()) + "\n" + sheet.text());
  }

  /** The user gives the facts, the assistant writes the text. */
  void chat(Dice dice, List<Turn> turns) {
    Sheet sheet = sheet(dice);
    String facts =
        dice.chance(0.4) ? String.join(". ", sheet.facts()) : String.join("\n", sheet.facts());
    String ask =
        dice.any(
            "Write a text with these facts:",
            "Make sentences of this:",
            "Use these facts in a short text:",
            "Turn this into a text, please:",
            "Here are some facts. Write a few sentences:");
    turns.add(new Turn("user", ask + "\n" + facts));
    turns.add(new Turn("assistant", sheet.text()));
  }

  private Sheet sheet(Dice dice) {
    Kind kind = dice.pick(kinds);
    List<String> chosen = dice.pick(kind.facts());
    List<String> facts = dice.some(dice.between(2, chosen.size() - 1), rest(chosen));
    facts.addFirst(chosen.getFirst());
    Slots.Values values = slots.page(dice).values(Map.of("A", world.someone(dice)));
    Set<String> known = slots.names(String.join(" ", facts));
    List<String> openings = kind.openings().stream().filter(o -> fits(o, known)).toList();
    List<String> sentences = new ArrayList<>();
    String opening = openings.isEmpty() ? "" : dice.pick(openings);
    if (!opening.isEmpty()) {
      sentences.add(opening);
    }
    Set<String> said = slots.names(opening);
    for (Option option : dice.shuffled(kind.options())) {
      if (known.containsAll(option.needs()) && !said.containsAll(option.needs())) {
        sentences.add(dice.pick(option.ways()));
      }
    }
    return new Sheet(
        facts.stream().map(f -> values.fill(f.replaceFirst(" ", ": "))).toList(),
        String.join(" ", sentences.stream().map(s -> Spelling.capital(values.fill(s))).toList()));
  }

  private boolean fits(String opening, Set<String> known) {
    Set<String> needed = new java.util.HashSet<>(slots.names(opening));
    needed.remove("family");
    return known.containsAll(needed);
  }

  private static List<String> rest(List<String> facts) {
    return facts.subList(1, facts.size());
  }
}
