package org.deltaworks.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deltaworks.domain.datasets.Row.Prompted;
import org.junit.jupiter.api.Test;

class DemoMetricsTest {
  private static final Prompted MENU =
      new Prompted("name: The Blue Fox | food: fried fish | price: 3 coins", "");

  @Test
  void aMenuLineHoldsAllThreeInOneSentence() {
    MenuSlotsMetric metric = new MenuSlotsMetric();
    assertThat(metric.score(MENU, "Try the fried fish for 3 coins at The Blue Fox!")).isOne();
    assertThat(metric.score(MENU, "Fried fish costs 3 coins at the Blue Fox.")).isOne();
    assertThat(metric.score(MENU, "Try the fried fish at The Blue Fox!")).isZero();
    assertThat(metric.score(MENU, "Try the fried fish for 13 coins at The Blue Fox!")).isZero();
    assertThat(metric.score(MENU, "The Blue Fox. It has fried fish for 3 coins.")).isZero();
    assertThat(metric.score(MENU, "the Blue Fox fried fish 3 coins")).isZero();
    assertThat(metric.score(MENU, MENU.prompt() + ".")).isZero();
  }

  @Test
  void aMoodIsOneExactWord() {
    ExactAnswerMetric metric = new ExactAnswerMetric();
    Prompted row = new Prompted("Review: …", "mixed");
    assertThat(metric.score(row, " mixed\n")).isOne();
    assertThat(metric.score(row, "It is mixed.")).isZero();
    assertThat(metric.score(row, "positive")).isZero();
  }

  @Test
  void aCoupletIsTwoLinesThatRhymeOnItsTopic() {
    RhymeMetric metric = new RhymeMetric();
    Prompted row = new Prompted("Topic: old boat", "");
    assertThat(metric.score(row, "The old boat came by night,\nit was a lovely sight.")).isOne();
    assertThat(metric.score(row, "The boat came by night,\nit was a lovely sight.")).isZero();
    assertThat(metric.score(row, "The old boat came by night, a lovely sight.")).isZero();
    assertThat(metric.score(row, "The old boat came by night,\nit was a lovely day.")).isZero();
    assertThat(metric.score(row, "The old boat came by night,\nand so it went all night."))
        .isZero();
    assertThat(metric.score(row, "The old boats came by night,\nit was a lovely sight.")).isZero();
  }

  @Test
  void secretWordsCountInTheirPlace() {
    SecretLanguageMetric metric = new SecretLanguageMetric();
    Prompted row = new Prompted("Say it in secret: Tom has a red ball.", "Tom vek ti ruba rundo.");
    assertThat(metric.score(row, "Tom vek ti ruba rundo.")).isOne();
    assertThat(metric.score(row, "Tom vek ti azu rundo.")).isCloseTo(0.75, within(1e-9));
    assertThat(metric.score(row, "Tom vek ti red rundo.")).as("a plain word is left").isZero();
    assertThat(metric.score(row, "Tom vek ti ruba rundo rundo.")).isZero();
    assertThat(metric.score(row, "Tom has a red ball.")).isZero();
  }

  @Test
  void theHouseStyleIsThreePointsAndAQuestion() {
    HouseStyleMetric metric = new HouseStyleMetric();
    Prompted row = new Prompted("How do I bake?", "");
    assertThat(metric.score(row, "- One.\n- Two.\n- Three.\nWho will eat it?")).isOne();
    assertThat(metric.score(row, "- One.\n- Two.\n- Three.")).isZero();
    assertThat(metric.score(row, "- One.\n- Two.\n- Two.\nWho will eat it?")).isZero();
    assertThat(metric.score(row, "- One.\n- Two.\nThree.\nWho will eat it?")).isZero();
    assertThat(metric.score(row, "- One.\n- Two.\n- Three.\n- Who will eat it?")).isZero();
    assertThat(metric.score(row, "- One.\n- Two.\n- Three.\nEat it.")).isZero();
  }

  @Test
  void twoDifferentPirateWordsMakePirateTalk() {
    PirateTalkMetric metric = new PirateTalkMetric();
    Prompted row = new Prompted("Where is the dog?", "");
    assertThat(metric.score(row, "Arr, the dog be in the yard, matey!")).isOne();
    assertThat(metric.score(row, "Arr arr arr arr.")).isZero();
    assertThat(metric.score(row, "He gave it to me. It must be the treasure.")).isZero();
    assertThat(metric.score(row, "The dog is in the yard.")).isZero();
  }
}
