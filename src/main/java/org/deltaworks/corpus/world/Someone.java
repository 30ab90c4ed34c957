package org.deltaworks.corpus.world;

import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;

/**
 * Somebody with facts that do not change within a text.
 *
 * @param name first name
 * @param person SHE or HE
 * @param age years
 * @param job profession (of grown-ups; children go to school)
 * @param trait character
 * @param hobby what they like to do
 * @param town where they live
 * @param hair such as curly brown
 * @param eyes colour
 */
public record Someone(
    String name,
    Person person,
    int age,
    Job job,
    Trait trait,
    Deed hobby,
    String town,
    String hair,
    String eyes) {
  /** Whether they still go to school. */
  public boolean child() {
    return age < 15;
  }

  /** girl, boy, woman, man. */
  public String word() {
    boolean she = person == Person.SHE;
    return child() ? she ? "girl" : "boy" : she ? "woman" : "man";
  }
}
