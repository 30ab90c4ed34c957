package org.deltaworks.corpus.judge;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.world.World;
import org.jspecify.annotations.Nullable;

/** Which pronoun fits a word: she, he, or either of them. */
final class Genders {
  private static final Set<String> SHE_NOUNS =
      Set.of(
          "girl",
          "woman",
          "mother",
          "sister",
          "aunt",
          "grandmother",
          "daughter",
          "niece",
          "queen",
          "princess",
          "lady",
          "wife",
          "mum",
          "granny",
          "waitress",
          "mrs",
          "miss",
          "bride",
          "granddaughter",
          "girlfriend");
  private static final Set<String> HE_NOUNS =
      Set.of(
          "boy",
          "man",
          "father",
          "brother",
          "uncle",
          "grandfather",
          "son",
          "nephew",
          "king",
          "prince",
          "gentleman",
          "husband",
          "dad",
          "grandpa",
          "mr",
          "groom",
          "grandson",
          "boyfriend");
  private static final Set<String> EITHER_NOUNS =
      Set.of(
          "friend",
          "neighbour",
          "cousin",
          "child",
          "stranger",
          "guest",
          "somebody",
          "someone",
          "everybody",
          "everyone",
          "nobody",
          "anybody",
          "customer",
          "seller",
          "visitor",
          "owner",
          "player",
          "student",
          "pupil",
          "person",
          "adult",
          "baby",
          "parent",
          "trader",
          "guide",
          "classmate",
          "passenger",
          "traveller",
          "colleague",
          "boss",
          "reader",
          "winner");

  private final Set<String> women;
  private final Set<String> men;
  private final Set<String> either = new HashSet<>(EITHER_NOUNS);

  Genders(World world) {
    Set<String> pets = low(world.people("pets"));
    this.women = low(world.women());
    this.men = low(world.men());
    Set<String> both = new HashSet<>(pets);
    Set<String> shared = new HashSet<>(women);
    shared.retainAll(men);
    both.addAll(shared);
    women.removeAll(both);
    men.removeAll(both);
    petNames = Set.copyOf(both);
    world.jobs().forEach(j -> either.add(last(j.noun().singular())));
  }

  private final Set<String> petNames;

  private static Set<String> low(Iterable<String> names) {
    Set<String> low = new HashSet<>();
    names.forEach(n -> low.add(n.toLowerCase(Locale.ROOT)));
    return low;
  }

  private static String last(String noun) {
    return noun.substring(noun.lastIndexOf(' ') + 1);
  }

  /** The gender of a first name written large; null for anything else or a name for both. */
  @Nullable Person name(String token) {
    String low = bare(token);
    if (!large(token)) {
      return null;
    }
    return women.contains(low) ? Person.SHE : men.contains(low) ? Person.HE : null;
  }

  /** The gender of mother, boy; null for anything else. */
  static @Nullable Person noun(String token) {
    String low = bare(token);
    return SHE_NOUNS.contains(low) ? Person.SHE : HE_NOUNS.contains(low) ? Person.HE : null;
  }

  /** Whether the word names somebody of whom either may be said: baker, friend, Bello. */
  boolean either(String token) {
    String low = bare(token);
    return either.contains(low) || large(token) && petNames.contains(low);
  }

  private static boolean large(String token) {
    return !token.isEmpty() && Character.isUpperCase(token.charAt(0));
  }

  private static String bare(String token) {
    String low = token.toLowerCase(Locale.ROOT);
    return low.endsWith("'s") || low.endsWith("’s") ? low.substring(0, low.length() - 2) : low;
  }
}
