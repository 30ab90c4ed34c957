package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.Verb;
import org.deltaworks.corpus.grammar.Verbs;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * What is true of a kind of animal.
 *
 * @param noun its name
 * @param kind mammal, bird, insect …
 * @param homes where it lives
 * @param foods what it eats
 * @param sound what it does with its voice
 * @param looks its colours
 * @param skills what it can do, base forms
 * @param characters how it is
 */
public record Animal(
    Noun noun,
    String kind,
    List<String> homes,
    List<String> foods,
    Verb sound,
    List<String> looks,
    List<String> skills,
    List<String> characters) {
  static Animal of(List<String> row) {
    return new Animal(
        Noun.of(row.get(0)),
        row.get(1),
        WordLists.words(row.get(2)),
        WordLists.words(row.get(3)),
        Verbs.of(row.get(4)),
        WordLists.words(row.get(5)),
        WordLists.words(row.get(6)),
        WordLists.words(row.get(7)));
  }
}
