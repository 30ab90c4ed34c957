package org.deltaworks.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhymeTest {
  @ParameterizedTest
  @CsvSource({
    "night, light, ight",
    "day, away, ay",
    "lake, awake, ake",
    "tree, bee, ee",
    "sky, fly, y",
    "moon, balloon, oon",
    "mine, shine, ine",
    "me, be, e",
    "year, dear, ear"
  })
  void rhymesByTheEnding(String first, String second, String ending) {
    assertThat(Rhyme.ending(first)).isEqualTo(ending);
    assertThat(Rhyme.rhymes("one " + first + ",", "two " + second + ".")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"night, day", "lake, house", "happy, funny", "tree, sea", "lake, luck", "pane, rain"})
  void otherEndingsDoNotRhyme(String first, String second) {
    assertThat(Rhyme.rhymes(first, second)).isFalse();
  }

  @Test
  void theSameWordTwiceIsNoRhyme() {
    assertThat(Rhyme.rhymes("I saw the moon,", "O lovely Moon!")).isFalse();
  }

  @Test
  void linesWithoutWordsDoNotRhyme() {
    assertThat(Rhyme.rhymes("", "")).isFalse();
    assertThat(Rhyme.rhymes("12", "12!")).isFalse();
  }
}
