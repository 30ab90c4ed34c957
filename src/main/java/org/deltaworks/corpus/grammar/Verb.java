package org.deltaworks.corpus.grammar;

/**
 * A verb and its forms.
 *
 * @param base take
 * @param third takes
 * @param past took (of be: the plural, were)
 * @param participle taken
 * @param gerund taking
 */
public record Verb(String base, String third, String past, String participle, String gerund) {
  /** A verb that follows the rules. */
  static Verb regular(String base) {
    return new Verb(
        base,
        Spelling.withS(base),
        Spelling.withEd(base),
        Spelling.withEd(base),
        Spelling.withIng(base));
  }

  /** The form of the simple present or past for this person. */
  public String finite(Tense tense, Person person) {
    boolean past = tense == Tense.PAST;
    if (base.equals("be")) {
      return past ? person.bePast() : person.bePresent();
    }
    return past ? this.past : person.takesS() ? third : base;
  }
}
