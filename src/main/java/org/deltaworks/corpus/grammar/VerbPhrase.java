package org.deltaworks.corpus.grammar;

/**
 * A deed with tense, aspect, modal, negation and an adverb before its main verb; says how the
 * auxiliaries stand in statements and questions.
 *
 * @param deed what is done
 * @param tense when
 * @param aspect how it lies in time
 * @param modal can, must, should …; empty for none
 * @param negated whether it is denied
 * @param contracted whether not is shortened where English can
 * @param adverb word before the main verb; empty for none
 */
public record VerbPhrase(
    Deed deed,
    Tense tense,
    Aspect aspect,
    String modal,
    boolean negated,
    boolean contracted,
    String adverb) {

  /** How a deed lies in time. */
  public enum Aspect {
    SIMPLE,
    PROGRESSIVE,
    PERFECT
  }

  private record Parts(String auxiliary, String main) {}

  /** The plain statement of a deed. */
  public static VerbPhrase of(Deed deed, Tense tense) {
    return new VerbPhrase(deed, tense, Aspect.SIMPLE, "", false, false, "");
  }

  /** was washing. */
  public VerbPhrase progressive() {
    return new VerbPhrase(deed, tense, Aspect.PROGRESSIVE, modal, negated, contracted, adverb);
  }

  /** had washed. */
  public VerbPhrase perfect() {
    return new VerbPhrase(deed, tense, Aspect.PERFECT, modal, negated, contracted, adverb);
  }

  /** can wash. */
  public VerbPhrase modal(String word) {
    return new VerbPhrase(deed, tense, aspect, word, negated, contracted, adverb);
  }

  /** did not wash; didn't wash. */
  public VerbPhrase not(boolean shortened) {
    return new VerbPhrase(deed, tense, aspect, modal, true, shortened, adverb);
  }

  /** slowly washed; had slowly washed. */
  public VerbPhrase adverb(String word) {
    return new VerbPhrase(deed, tense, aspect, modal, negated, contracted, word);
  }

  /** What stands after the subject. */
  public String predicate(Person person) {
    Parts parts = parts(person, negated);
    boolean copula = parts.main().isEmpty() && !parts.auxiliary().isEmpty();
    String auxiliary = negated ? negative(parts.auxiliary()) : parts.auxiliary();
    String between = adverb.isEmpty() ? "" : adverb + " ";
    String main = parts.main().isEmpty() ? "" : parts.main();
    String body = copula ? auxiliary + " " + between : join(auxiliary, between + main);
    return (body.strip() + person.fill(deed.complement())).strip();
  }

  /** did she wash her hands; will they come. No question mark. */
  public String question(String subject, Person person) {
    Parts parts = parts(person, true);
    String auxiliary = negated && contracted ? negative(parts.auxiliary()) : parts.auxiliary();
    String not = negated && !contracted ? " not" : "";
    String main = parts.main().isEmpty() ? "" : " " + parts.main();
    return auxiliary + " " + subject + not + main + person.fill(deed.complement());
  }

  private Parts parts(Person person, boolean needsAuxiliary) {
    Verb verb = deed.verb();
    if (!modal.isEmpty()) {
      return new Parts(modal, verb.base());
    }
    if (tense == Tense.FUTURE) {
      return new Parts("will", verb.base());
    }
    boolean past = tense == Tense.PAST;
    return switch (aspect) {
      case PROGRESSIVE -> new Parts(past ? person.bePast() : person.bePresent(), verb.gerund());
      case PERFECT -> new Parts(past ? "had" : person.takesS() ? "has" : "have", verb.participle());
      case SIMPLE -> simple(person, needsAuxiliary);
    };
  }

  private Parts simple(Person person, boolean needsAuxiliary) {
    Verb verb = deed.verb();
    if (verb.base().equals("be")) {
      return new Parts(verb.finite(tense, person), "");
    }
    return needsAuxiliary
        ? new Parts(Verbs.of("do").finite(tense, person), verb.base())
        : new Parts("", verb.finite(tense, person));
  }

  private String negative(String auxiliary) {
    if (!contracted || auxiliary.equals("am")) {
      return auxiliary.equals("can") ? "cannot" : auxiliary + " not";
    }
    return switch (auxiliary) {
      case "can" -> "can't";
      case "will" -> "won't";
      case "shall", "may", "might" -> auxiliary + " not";
      default -> auxiliary + "n't";
    };
  }

  private static String join(String left, String right) {
    return left.isEmpty() ? right : left + " " + right;
  }
}
