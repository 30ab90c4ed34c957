package org.deltaworks.corpus.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTest {
  @Test
  void countsDifferentRunsOfThreeWords() {
    // a b c, b c a, c a b, a b c: three of four.
    assertThat(Diversity.distinct(3, List.of("A b c. A b, c!"), 6)).isEqualTo(0.75);
  }

  @Test
  void runsDoNotCrossIntoTheNextText() {
    assertThat(Diversity.distinct(3, List.of("one two three", "one two three"), 6)).isEqualTo(0.5);
  }

  @Test
  void readsNoMoreThanItWasAskedTo() {
    assertThat(Diversity.distinct(3, List.of("one two three four", "one two three"), 4))
        .isEqualTo(1.0);
  }

  @Test
  void aLoopHasFewerDifferentRunsThanAStory() {
    String loop = "the dog saw the cat and ".repeat(20);
    assertThat(Diversity.distinct(3, List.of(loop), 100)).isLessThan(0.1);
  }

  @Test
  void tooLittleTextIsRefused() {
    assertThatThrownBy(() -> Diversity.distinct(3, List.of("too short"), 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only 2 words where 10");
  }
}
