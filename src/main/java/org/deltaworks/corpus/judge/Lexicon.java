package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.Verb;
import org.deltaworks.corpus.grammar.Verbs;
import org.deltaworks.corpus.world.World;

/**
 * Which word can be what. A form that can be two things, such as cut or saw, is in none of these
 * sets, so that a rule never blames a word that it may have misread.
 */
final class Lexicon {
  /** Words before a bare verb: did, can … */
  static final Set<String> MODALS =
      Set.of(
          "did",
          "does",
          "do",
          "can",
          "could",
          "will",
          "would",
          "shall",
          "should",
          "may",
          "might",
          "must",
          "cannot",
          "didn't",
          "doesn't",
          "don't",
          "can't",
          "couldn't",
          "won't",
          "wouldn't",
          "shouldn't",
          "mustn't");

  /** Words that can begin a clause behind the first. */
  static final Set<String> OPENERS =
      Set.of(
          "when",
          "while",
          "because",
          "although",
          "that",
          "if",
          "but",
          "so",
          "since",
          "until",
          "where",
          "as",
          "though",
          "unless",
          "whenever");

  /** Words that can stand between subject and verb. */
  private static final Set<String> BETWEEN =
      Set.of(
          "always",
          "often",
          "usually",
          "sometimes",
          "rarely",
          "never",
          "also",
          "still",
          "just",
          "only",
          "once",
          "even",
          "soon",
          "not",
          "now",
          "then");

  /** Forms that are nouns or adjectives as well in plain English, whatever our lists say. */
  private static final Set<String> UNSURE =
      Set.of(
          "saw",
          "left",
          "felt",
          "found",
          "ground",
          "lit",
          "lay",
          "bit",
          "cost",
          "rose",
          "spoke",
          "thought",
          "fell",
          "wound",
          "set",
          "drunk",
          "broke",
          "shot",
          "bound",
          "stole",
          "hid",
          "clean",
          "open",
          "dry",
          "warm",
          "light",
          "hurt",
          "tear",
          "shone",
          "known",
          "given",
          "seen",
          "read",
          "beat",
          "put",
          "cut",
          "hit",
          "let",
          "shut",
          "bent",
          "spread",
          "become",
          "come",
          "run",
          "overcome",
          "clear",
          "empty",
          "sort",
          "sound",
          "last",
          "cool",
          "own",
          "long",
          "mean",
          "like",
          "lead",
          "lean",
          "calm",
          "tidy",
          "slow",
          "fast",
          "welcome",
          "close",
          "free");

  private final Set<String> base;
  private final Set<String> third;
  private final Set<String> past;
  private final Set<String> oddPast;
  private final Set<String> oddParticiple;
  private final Set<String> singular;
  private final Set<String> plural;
  private final Set<String> adjectives;
  private final Set<String> names;

  Lexicon(World world) {
    List<Verb> verbs = verbs(world);
    List<Noun> nouns = nouns(world);
    Set<String> bases = all(verbs.stream().map(Verb::base));
    Set<String> pasts = all(verbs.stream().flatMap(v -> Stream.of(v.past(), v.participle())));
    Set<String> nounForms = all(nouns.stream().flatMap(n -> Stream.of(n.singular(), n.plural())));
    this.base = sure(verbs.stream().map(Verb::base).filter(b -> !pasts.contains(b)), Set.of());
    this.third = sure(verbs.stream().map(Verb::third), nounForms);
    this.past = sure(verbs.stream().map(Verb::past).filter(p -> !bases.contains(p)), nounForms);
    Collection<Verb> odd =
        Verbs.irregular().stream().filter(v -> !v.past().equals(v.participle())).toList();
    this.oddPast = sure(odd.stream().map(Verb::past).filter(p -> !bases.contains(p)), nounForms);
    this.oddParticiple =
        sure(odd.stream().map(Verb::participle).filter(p -> !bases.contains(p)), nounForms);
    List<Noun> counted =
        nouns.stream().filter(n -> n.countable() && !n.singular().equals(n.plural())).toList();
    Set<String> several = all(counted.stream().map(Noun::plural));
    this.singular = all(counted.stream().map(Noun::singular).filter(s -> !several.contains(s)));
    this.plural = several;
    this.adjectives = adjectives(world);
    this.names = all(Stream.concat(world.women().stream(), world.men().stream()));
  }

  private static List<Verb> verbs(World world) {
    List<Deed> deeds = new ArrayList<>(world.hobbies());
    world.places().forEach(p -> deeds.addAll(p.deeds()));
    world.jobs().forEach(j -> deeds.addAll(j.deeds()));
    world.traits().forEach(t -> deeds.addAll(t.proofs()));
    for (var trouble : world.troubles()) {
      deeds.add(trouble.deed());
      deeds.addAll(trouble.remedies());
    }
    for (var wish : world.wishes()) {
      deeds.add(wish.deed());
      deeds.addAll(wish.plan());
    }
    List<Verb> verbs = new ArrayList<>(deeds.stream().map(Deed::verb).toList());
    verbs.addAll(Verbs.irregular().stream().filter(v -> !v.base().equals("be")).toList());
    world.animals().forEach(a -> verbs.add(a.sound()));
    for (String common : List.of("want", "like", "look", "love", "laugh", "live", "try", "ask")) {
      verbs.add(Verbs.of(common));
    }
    return verbs;
  }

  private static List<Noun> nouns(World world) {
    List<Noun> nouns = new ArrayList<>();
    world.things().forEach(t -> nouns.add(t.noun()));
    world.animals().forEach(a -> nouns.add(a.noun()));
    world.jobs().forEach(j -> nouns.add(j.noun()));
    world.foods().forEach(f -> nouns.add(f.noun()));
    for (var place : world.places()) {
      nouns.add(place.noun());
      nouns.addAll(place.things());
    }
    for (String common : List.of("girl", "boy", "man", "woman", "child", "friend", "people^")) {
      nouns.add(Noun.of(common));
    }
    return nouns;
  }

  private static Set<String> adjectives(World world) {
    Set<String> words = new HashSet<>();
    for (String list : List.of("colours", "thing qualities", "hair")) {
      words.addAll(world.words(list));
    }
    world.traits().forEach(t -> words.add(t.adjective()));
    world.animals().forEach(a -> words.addAll(a.looks()));
    world.animals().forEach(a -> words.addAll(a.characters()));
    return Set.copyOf(words);
  }

  private static Set<String> all(Stream<String> words) {
    return words.map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> sure(Stream<String> forms, Set<String> others) {
    return all(forms.filter(f -> !UNSURE.contains(f) && !others.contains(f)));
  }

  /** go, but not cut. */
  boolean base(String word) {
    return base.contains(word);
  }

  /** goes. */
  boolean third(String word) {
    return third.contains(word);
  }

  /** went, walked. */
  boolean past(String word) {
    return past.contains(word);
  }

  /** went: a past that is not its participle. */
  boolean oddPast(String word) {
    return oddPast.contains(word);
  }

  /** gone: a participle that is not its past. */
  boolean oddParticiple(String word) {
    return oddParticiple.contains(word);
  }

  /** apple. */
  boolean singular(String word) {
    return singular.contains(word);
  }

  /** apples. */
  boolean plural(String word) {
    return plural.contains(word);
  }

  /** red. */
  boolean adjective(String word) {
    return adjectives.contains(word);
  }

  /** Anna, written large. Will is left out: at the start of a sentence it may ask. */
  boolean name(String token) {
    return !token.isEmpty()
        && Character.isUpperCase(token.charAt(0))
        && !token.equals("Will")
        && names.contains(token.toLowerCase(Locale.ROOT));
  }

  /** often, slowly. */
  boolean between(String word) {
    return BETWEEN.contains(word) || word.length() > 4 && word.endsWith("ly");
  }
}
