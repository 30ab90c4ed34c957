package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Feeling;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/**
 * What can stand in the places of a pattern: {@code {thing}}, {@code {a colour thing}}, {@code {s
 * animal}} (plural), {@code {A}} (a name), {@code {A.he}}. The kinds of values come from the world
 * and from {@code slots.txt}; a digit behind a kind means another value of it.
 */
final class Slots {
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, String> plurals = new HashMap<>();
  private final Map<String, String> nouns = new HashMap<>();

  /** Patterns are few and read often. */
  private final Map<String, Set<String>> namesOf = new ConcurrentHashMap<>();

  Slots(World world) {
    WordLists.sections("slots.txt")
        .forEach((kind, lines) -> values.put(kind, WordLists.words(String.join(" ", lines))));
    nouns(
        "thing",
        world.things().stream().map(Thing::noun).filter(Noun::countable).distinct().toList());
    nouns("animal", world.animals().stream().map(Animal::noun).toList());
    nouns("job", world.jobs().stream().map(j -> j.noun()).toList());
    List<String> there = new ArrayList<>();
    List<String> deeds = new ArrayList<>();
    for (Place place : world.places()) {
      there.add(place.there());
      nouns.put(place.there(), place.noun().singular());
      place.deeds().stream().map(d -> d.base(Person.THEY)).forEach(deeds::add);
    }
    values.put("place", there);
    values.put("deed", deeds.stream().filter(d -> !d.contains("their")).distinct().toList());
    values.put("food", world.foods().stream().map(Food::generally).toList());
    values.put("portion", world.foods().stream().map(Food::portion).toList());
    values.put("weather", world.weathers().stream().map(w -> w.adjective()).toList());
    values.put("sadly", world.sad().stream().map(Feeling::adjective).toList());
    List<Feeling> feelings = new ArrayList<>(world.happy());
    feelings.addAll(world.sad());
    values.put("feeling", feelings.stream().map(Feeling::adjective).toList());
    words(world);
    values.put("number", IntStream.rangeClosed(2, 40).mapToObj(Spelling::number).toList());
    values.put("age", IntStream.rangeClosed(6, 80).mapToObj(Spelling::number).toList());
    values.put("hour", IntStream.rangeClosed(5, 12).mapToObj(Spelling::number).toList());
  }

  private void words(World world) {
    values.put("colour", world.words("colours"));
    values.put("quality", world.words("thing qualities"));
    values.put("day", world.words("days"));
    values.put("month", world.words("months"));
    values.put("flower", world.words("flowers"));
    values.put("tree", world.words("trees"));
    values.put("subject", world.words("subjects"));
    values.put("body", world.words("body"));
    values.put("material", world.words("materials"));
    values.put("town", world.people("towns"));
    values.put("surname", world.people("surnames"));
    values.put("pet", world.people("pets"));
    values.put("good", world.words("review good"));
    values.put("bad", world.words("review bad"));
    values.put("kinhe", List.of("brother", "father", "uncle", "cousin", "grandfather", "friend"));
    values.put("kinshe", List.of("sister", "mother", "aunt", "cousin", "grandmother", "friend"));
  }

  private void nouns(String kind, List<Noun> all) {
    values.put(kind, all.stream().map(Noun::singular).distinct().toList());
    all.forEach(noun -> plurals.put(noun.singular(), noun.plural()));
  }

  /** Adds a kind of values; to be done before the first page. */
  void add(String kind, List<String> all) {
    values.put(kind, all);
  }

  /** The names of the places in a pattern: colour, thing, A. */
  Set<String> names(String pattern) {
    return namesOf.computeIfAbsent(pattern, this::find);
  }

  private Set<String> find(String pattern) {
    Set<String> names = new HashSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      for (String word : matcher.group(1).split(" ")) {
        String bare = word.replaceFirst("\\..*", "");
        if (named(bare)) {
          names.add(bare);
        }
      }
    }
    return Set.copyOf(names);
  }

  private boolean named(String word) {
    return word.matches("[A-D]|kin") || values.containsKey(word.replaceAll("\\d", ""));
  }

  /** A filling for one text: no value stands for two different things in it. */
  Page page(Dice dice) {
    return new Page(dice);
  }

  /** What has been used in one text. */
  final class Page {
    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    private Page(Dice dice) {
      this.dice = dice;
    }

    private String draw(String kind) {
      List<String> all =
          java.util.Objects.requireNonNull(values.get(kind), () -> "no values for " + kind);
      for (int i = 0; i < 60; i++) {
        String value = dice.pick(all);
        if (used.add(value)) {
          return value;
        }
      }
      return dice.pick(all);
    }

    /** A set of values that belong together, for these people. */
    Values values(Map<String, Someone> people) {
      return new Values(this, Map.copyOf(people));
    }
  }

  /** The values of one fact. */
  final class Values {
    private final Page page;
    private final Map<String, Someone> people;
    private final Map<String, String> chosen = new HashMap<>();

    private Values(Page page, Map<String, Someone> people) {
      this.page = page;
      this.people = people;
    }

    /** Fills every place of a pattern; the same place twice gets the same value. */
    String fill(String pattern) {
      return PLACE.matcher(pattern).replaceAll(m -> Matcher.quoteReplacement(place(m.group(1))));
    }

    private String place(String place) {
      String[] words = place.split(" ");
      if (words.length > 1 && words[0].equals("a")) {
        return Spelling.withArticle(phrase(words, 1));
      }
      if (words.length == 2 && words[0].equals("s")) {
        return plurals.getOrDefault(value(words[1]), value(words[1]) + "s");
      }
      return phrase(words, 0);
    }

    private String phrase(String[] words, int from) {
      StringBuilder phrase = new StringBuilder();
      for (int i = from; i < words.length; i++) {
        phrase.append(i == from ? "" : " ").append(value(words[i]));
      }
      return phrase.toString();
    }

    private String value(String word) {
      int dot = word.indexOf('.');
      String head = dot < 0 ? word : word.substring(0, dot);
      Someone someone = people.get(head);
      if (someone != null) {
        return dot < 0 ? someone.name() : pronoun(someone.person(), word.substring(dot + 1));
      }
      if (dot > 0) {
        return nouns.getOrDefault(value(head), value(head));
      }
      if (!named(head)) {
        return head;
      }
      return chosen.computeIfAbsent(head, h -> page.draw(kind(h)));
    }

    private String kind(String head) {
      Someone b = people.get("B");
      return head.equals("kin")
          ? "kin" + (b == null ? "she" : b.person().subject())
          : head.replaceAll("\\d", "");
    }

    private static String pronoun(Person person, String form) {
      return switch (form) {
        case "he" -> person.subject();
        case "him" -> person.object();
        case "himself" -> person.reflexive();
        default -> person.possessive();
      };
    }
  }
}
