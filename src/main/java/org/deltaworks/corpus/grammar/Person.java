package org.deltaworks.corpus.grammar;

/** Grammatical person with its pronouns; verbs agree with it. */
public enum Person {
  I("I", "me", "my", "myself"),
  YOU("you", "you", "your", "yourself"),
  SHE("she", "her", "her", "herself"),
  HE("he", "him", "his", "himself"),
  IT("it", "it", "its", "itself"),
  WE("we", "us", "our", "ourselves"),
  THEY("they", "them", "their", "themselves");

  private final String subject;
  private final String object;
  private final String possessive;
  private final String reflexive;

  Person(String subject, String object, String possessive, String reflexive) {
    this.subject = subject;
    this.object = object;
    this.possessive = possessive;
    this.reflexive = reflexive;
  }

  /** As the one who acts: she. */
  public String subject() {
    return subject;
  }

  /** As the one acted upon: her. */
  public String object() {
    return object;
  }

  /** Before what belongs to them: her. */
  public String possessive() {
    return possessive;
  }

  /** Acting on themselves: herself. */
  public String reflexive() {
    return reflexive;
  }

  /** Whether the present takes its -s. */
  public boolean takesS() {
    return this == SHE || this == HE || this == IT;
  }

  /** am, are or is. */
  public String bePresent() {
    return this == I ? "am" : takesS() ? "is" : "are";
  }

  /** was or were. */
  public String bePast() {
    return this == I || takesS() ? "was" : "were";
  }

  /**
   * Fills the places of a text that depend on this person: {@code {they} {them} {their}
   * {themselves} {was} {is} {has}}.
   */
  public String fill(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    return text.replace("{they}", subject)
        .replace("{them}", object)
        .replace("{their}", possessive)
        .replace("{themselves}", reflexive)
        .replace("{was}", bePast())
        .replace("{is}", bePresent())
        .replace("{has}", takesS() ? "has" : "have");
  }
}
