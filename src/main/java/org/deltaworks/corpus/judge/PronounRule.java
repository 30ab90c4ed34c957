package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.corpus.grammar.Person;
import org.jspecify.annotations.Nullable;

/**
 * A pronoun needs somebody whom it fits in its own sentence or before. Once a person of the other
 * sex came between, that must have been in one of the four sentences before. Himself needs him in
 * its own sentence, and a girl called Tom is a fault by itself.
 */
final class PronounRule implements StoryRule {
  private static final int REACH = 4;
  private static final Map<String, Person> PRONOUNS =
      Map.of(
          "she",
          Person.SHE,
          "her",
          Person.SHE,
          "hers",
          Person.SHE,
          "herself",
          Person.SHE,
          "he",
          Person.HE,
          "him",
          Person.HE,
          "his",
          Person.HE,
          "himself",
          Person.HE);

  private final Genders genders;

  PronounRule(Genders genders) {
    this.genders = genders;
  }

  @Override
  public List<Finding> check(Story story) {
    List<Finding> findings = new ArrayList<>();
    Seen seen = new Seen();
    for (int n = 0; n < story.sentences().size(); n++) {
      Story.Sentence s = story.sentences().get(n);
      boolean she = mentions(s, Person.SHE);
      boolean he = mentions(s, Person.HE);
      seen.read(n, she, he);
      for (int i = 0; i < s.size(); i++) {
        Person person = PRONOUNS.get(s.low(i));
        if (person != null) {
          boolean alone = s.low(i).endsWith("self") && !near(s, i, person);
          boolean named = person == Person.SHE ? she : he;
          if (!seen.fits(n, person) || alone && !named) {
            findings.add(new Finding(Rule.PRONOUN, s.around(i)));
          } else {
            seen.read(n, person == Person.SHE, person == Person.HE);
          }
        }
        if (misnamed(s, i)) {
          findings.add(new Finding(Rule.PRONOUN, s.around(i)));
        }
      }
    }
    return findings;
  }

  /** Whether a sentence names somebody whom this pronoun fits. */
  private boolean mentions(Story.Sentence s, Person person) {
    for (int i = 0; i < s.size(); i++) {
      if (genders.name(s.at(i)) == person
          || Genders.noun(s.at(i)) == person
          || genders.either(s.at(i)) && !describes(s, i)) {
        return true;
      }
    }
    return false;
  }

  /** A baker in "was a baker" is the person named before, nobody new. */
  private static boolean describes(Story.Sentence s, int i) {
    for (int back = i - 1; back >= Math.max(0, i - 4); back--) {
      if ((s.low(back).equals("a") || s.low(back).equals("an"))
          && Set.of("as", "was", "is", "be", "become", "became").contains(s.low(back - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(Story.Sentence s, int at, Person person) {
    for (int i = 0; i < at; i++) {
      if (PRONOUNS.get(s.low(i)) == person) {
        return true;
      }
    }
    return false;
  }

  private boolean misnamed(Story.Sentence s, int i) {
    Person noun = Genders.noun(s.at(i));
    if (noun == null || s.at(i).contains("'")) {
      return false;
    }
    int next = Set.of("called", "named").contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (against(noun, s.at(next))) {
      return true;
    }
    boolean apposed =
        s.low(i - 2).equals(",")
            && Set.of("his", "her", "my", "their", "the", "a").contains(s.low(i - 1))
            && Set.of(",", ".").contains(s.low(i + 1));
    return apposed && against(noun, s.at(i - 3)) || was(s, i) && against(noun, s.at(0));
  }

  /** Anna was a (lonely) boy, at the start of a sentence. */
  private static boolean was(Story.Sentence s, int i) {
    return Set.of("was", "is").contains(s.low(1))
        && Set.of("a", "an").contains(s.low(2))
        && (i == 3 || i == 4);
  }

  private boolean against(Person noun, String token) {
    @Nullable Person name = genders.name(token);
    return name != null && name != noun && !token.contains("'");
  }

  /** When somebody of either sex was mentioned last. */
  private static final class Seen {
    private int she = -1;
    private int he = -1;

    void read(int sentence, boolean anyShe, boolean anyHe) {
      she = anyShe ? sentence : she;
      he = anyHe ? sentence : he;
    }

    boolean fits(int sentence, Person person) {
      int own = person == Person.SHE ? she : he;
      int other = person == Person.SHE ? he : she;
      return own >= 0 && (own >= other || sentence - own <= REACH);
    }
  }
}
