package org.deltaworks.corpus.grammar;

/**
 * Something to do: a verb and what follows it, such as "brush {their} teeth".
 *
 * @param verb the first word
 * @param complement the rest, with places for the doer's pronouns; may be empty
 */
public record Deed(Verb verb, String complement) {
  /** Reads the base form: {@code lose {their} key}. */
  public static Deed of(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new Deed(Verbs.of(text), "")
        : new Deed(Verbs.of(text.substring(0, space)), text.substring(space));
  }

  /** wash her hands (after to, must, can). */
  public String base(Person person) {
    return verb.base() + person.fill(complement);
  }

  /** washing her hands. */
  public String gerund(Person person) {
    return verb.gerund() + person.fill(complement);
  }

  /** washed her hands. */
  public String past(Person person) {
    return verb.finite(Tense.PAST, person) + person.fill(complement);
  }

  /** washes her hands. */
  public String present(Person person) {
    return verb.finite(Tense.PRESENT, person) + person.fill(complement);
  }

  /** washed, taken (after have). */
  public String participle(Person person) {
    return verb.participle() + person.fill(complement);
  }

  /** The full verb phrase in this tense. */
  public VerbPhrase in(Tense tense) {
    return VerbPhrase.of(this, tense);
  }
}
