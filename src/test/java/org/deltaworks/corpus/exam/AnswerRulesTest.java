package org.deltaworks.corpus.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {
  private final ShortAnswer kite = new ShortAnswer("a red kite", "Anna has a red kite.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A red kite. | true",
        "red kite | true",
        "Anna has a red kite. | true",
        "She has a red kite. | true",
        "A blue kite. | false",
        "A kite. | false",
        "Red. | false",
        "A red kitestring. | false"
      })
  void anAnswerNeedsTheVeryWords(String answer, boolean right) {
    assertThat(kite.fits(answer)).isEqualTo(right);
  }

  @Test
  void aCopyOfTheTextIsNoAnswer() {
    String copy =
        "Ben has a green ball and Anna has a red kite and Tom has a yellow car and Eva a boat.";
    assertThat(kite.fits(copy)).isFalse();
  }

  @Test
  void onlyTheFirstLineCounts() {
    assertThat(kite.fits("Red.\nQuestion: What? A red kite.")).isFalse();
    assertThat(kite.fits("A red kite.\nQuestion: Who?")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "23 plus 14 is 37. | It is 37. | true",
        "23 plus 14 is 37. | 23 plus 14 is 36. | false",
        "She pays forty-two coins. | She pays 42 coins. | true",
        "She pays 42 coins. | She pays forty-two coins. | true",
        "She pays 42 coins. | She pays forty coins. | false",
        "It is one hundred. | 100 | true",
        "It is 5. | I do not know | false"
      })
  void aSumIsRightByItsLastNumber(String expected, String answer, boolean right) {
    assertThat(new LastNumber(expected).fits(answer)).isEqualTo(right);
  }

  @Test
  void aSumWithoutNumberIsRefused() {
    assertThatThrownBy(() -> new LastNumber("no idea"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no number");
  }
}
