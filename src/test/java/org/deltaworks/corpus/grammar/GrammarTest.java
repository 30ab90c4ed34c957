package org.deltaworks.corpus.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
  @ParameterizedTest
  @CsvSource({
    "take, takes, took, taken, taking",
    "stop, stops, stopped, stopped, stopping",
    "bake, bakes, baked, baked, baking",
    "carry, carries, carried, carried, carrying",
    "play, plays, played, played, playing",
    "watch, watches, watched, watched, watching",
    "visit, visits, visited, visited, visiting",
    "look, looks, looked, looked, looking",
    "lie, lies, lay, lain, lying",
    "forget, forgets, forgot, forgotten, forgetting",
    "go, goes, went, gone, going",
    "have, has, had, had, having"
  })
  void verbsHaveTheirForms(
      String base, String third, String past, String participle, String gerund) {
    assertThat(Verbs.of(base)).isEqualTo(new Verb(base, third, past, participle, gerund));
  }

  @Test
  void verbsAgreeWithTheirSubject() {
    Deed deed = Deed.of("lose {their} key");
    assertThat(deed.in(Tense.PRESENT).predicate(Person.SHE)).isEqualTo("loses her key");
    assertThat(deed.in(Tense.PRESENT).predicate(Person.THEY)).isEqualTo("lose their key");
    assertThat(deed.in(Tense.PAST).not(false).predicate(Person.HE))
        .isEqualTo("did not lose his key");
    assertThat(deed.in(Tense.PRESENT).not(true).predicate(Person.IT))
        .isEqualTo("doesn't lose its key");
    assertThat(deed.in(Tense.PRESENT).perfect().predicate(Person.I)).isEqualTo("have lost my key");
    assertThat(deed.in(Tense.PAST).progressive().predicate(Person.WE))
        .isEqualTo("were losing our key");
    assertThat(deed.in(Tense.FUTURE).not(true).predicate(Person.YOU))
        .isEqualTo("won't lose your key");
    assertThat(deed.in(Tense.PRESENT).modal("can").not(false).predicate(Person.I))
        .isEqualTo("cannot lose my key");
    assertThat(deed.in(Tense.PAST).adverb("nearly").predicate(Person.SHE))
        .isEqualTo("nearly lost her key");
  }

  @Test
  void beNeedsNoAuxiliary() {
    Deed deed = Deed.of("be at home");
    assertThat(deed.in(Tense.PAST).not(true).predicate(Person.THEY)).isEqualTo("weren't at home");
    assertThat(deed.in(Tense.PRESENT).predicate(Person.I)).isEqualTo("am at home");
    assertThat(deed.in(Tense.PAST).question("Ben", Person.HE)).isEqualTo("was Ben at home");
  }

  @Test
  void questionsTurnTheAuxiliaryRound() {
    Deed deed = Deed.of("wash {their} hands");
    assertThat(deed.in(Tense.PAST).question("Anna", Person.SHE))
        .isEqualTo("did Anna wash her hands");
    assertThat(deed.in(Tense.FUTURE).question("they", Person.THEY))
        .isEqualTo("will they wash their hands");
    assertThat(deed.in(Tense.PRESENT).not(false).question("he", Person.HE))
        .isEqualTo("does he not wash his hands");
  }

  @ParameterizedTest
  @CsvSource({
    "owl, an owl",
    "useful bag, a useful bag",
    "honest man, an honest man",
    "dog, a dog",
    "orange, an orange",
    "unusual hat, an unusual hat",
    "old hat, an old hat"
  })
  void articlesFitTheSound(String phrase, String expected) {
    assertThat(Spelling.withArticle(phrase)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "box, boxes",
    "cherry, cherries",
    "mouse, mice",
    "sheep, sheep",
    "loaf, loaves",
    "toy, toys",
    "ice cream, ice creams",
    "flower bed, flower beds",
    "tomato, tomatoes"
  })
  void nounsHaveTheirPlurals(String singular, String plural) {
    assertThat(Noun.of(singular).plural()).isEqualTo(plural);
  }

  @Test
  void numbersAndListsAreSpelt() {
    assertThat(Spelling.number(42)).isEqualTo("forty-two");
    assertThat(Spelling.number(100)).isEqualTo("one hundred");
    assertThat(Spelling.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    assertThat(Noun.of("loaf").counted(1)).isEqualTo("one loaf");
  }

  @Test
  void sentencesBeginLargeAndEnd() {
    assertThat(Spelling.sentence("\"come,\" said  Ben")).isEqualTo("\"Come,\" said Ben.");
    assertThat(Spelling.sentence("what now?")).isEqualTo("What now?");
    assertThat(Spelling.sentence("he said, \"no.\"")).isEqualTo("He said, \"no.\"");
  }
}
