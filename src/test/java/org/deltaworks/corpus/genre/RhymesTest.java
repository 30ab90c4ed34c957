package org.deltaworks.corpus.genre;

import static org.assertj.core.api.Assertions.assertThat;

import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.world.World;
import org.junit.jupiter.api.Test;

class RhymesTest {
  private final Rhymes rhymes = new Rhymes(new World());

  @Test
  void thereAreManyFamilies() {
    assertThat(rhymes.size()).isGreaterThan(150);
  }

  @Test
  void coupletsRhymeAndNameTheirTopic() {
    for (int i = 0; i < 3_000; i++) {
      Dice dice = new Dice(i);
      Rhymes.Topic topic = rhymes.topic(dice);
      String[] lines = rhymes.couplet(dice, topic).split("\n");
      assertThat(lines).hasSize(2);
      assertThat(rhymes.rhyme(lines[0], lines[1])).as(lines[0] + " / " + lines[1]).isTrue();
      assertThat(lines[0]).contains(topic.name());
    }
  }

  @Test
  void versesHaveFourLinesThatRhymeTwoByTwo() {
    for (int i = 0; i < 1_000; i++) {
      Dice dice = new Dice(i);
      String[] lines = rhymes.verse(dice, rhymes.topic(dice)).split("\n");
      assertThat(lines).hasSize(4);
      assertThat(rhymes.rhyme(lines[0], lines[1])).isTrue();
      assertThat(rhymes.rhyme(lines[2], lines[3])).isTrue();
    }
  }

  @Test
  void wordsOfDifferentFamiliesAndTheSameWordDoNotRhyme() {
    assertThat(rhymes.rhyme("the cat", "a dog")).isFalse();
    assertThat(rhymes.rhyme("the cat", "my cat")).isFalse();
    assertThat(rhymes.rhyme("the cat,", "my hat.")).isTrue();
  }
}
