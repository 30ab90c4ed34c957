package org.deltaworks.corpus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deltaworks.corpus.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryJudgeTest {
  private static final StoryJudge JUDGE = new StoryJudge(new World());

  private static List<Rule> rules(String story) {
    return JUDGE.judge(story).stream().map(Finding::rule).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna lived in a small town. She go to the market every day.",
        "Tom was tired. He often walk home alone.",
        "They was happy together.",
        "We goes to the lake on Sundays.",
        "I has a new bicycle.",
        "Anna have a red kite.",
        "Anna and Tom was at the station.",
        "Anna and her dog was in the garden.",
        "When Tom are hungry, he eats an apple.",
        "The apples was sweet.",
        "The red kettle were on the table.",
        "There was three dogs in the yard.",
        "There were a dog in the yard.",
        "Tom gone to the market.",
      })
  void aVerbThatDoesNotFitItsSubjectIsFound(String story) {
    assertThat(rules(story)).as(story).containsOnly(Rule.AGREEMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tom did not went to the market.",
        "Anna could sang all day.",
        "Anna was sad. Why did she lost her key?",
        "Did Anna bakes bread?",
        "Tom wanted to went home.",
        "Anna had took the bus.",
        "Tom will buys a lamp. It is red.",
      })
  void aVerbFormThatDoesNotFitTheWordBeforeItIsFound(String story) {
    assertThat(rules(story)).as(story).containsOnly(Rule.AGREEMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Come with me, said Anna.",
        "Anna smiled and said, \"What a day.\nIt was late.",
        "Anna said, “What a day.",
        "He waved.\" Tom went home.",
      })
  void aQuoteLeftOpenIsFound(String story) {
    assertThat(rules(story)).as(story).contains(Rule.QUOTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna lived in Stonebridge. He liked to paint.",
        "Tom lost her key.",
        "Anna was a baker. His shop was small.",
        "Anna met Tom. Tom cut herself.",
        "In Stonebridge lived a girl called Tom.",
        "Luckily, Anna met Ben. Clara, his brother, came along.",
        "Then Clara called her sister Paul.",
        "Anna was a lonely boy.",
        "Tom was sad. Anna came. Anna sang a song. Anna laughed. It was late. Anna left. He"
            + " sighed.",
      })
  void aPronounOrNounThatDoesNotFitTheNameIsFound(String story) {
    assertThat(rules(story)).as(story).containsOnly(Rule.PRONOUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna went to the market. Anna went to the market.",
        "Anna saw a red kite. It was late. Anna saw a red kite. It was cold. Anna saw a red kite.",
        "Anna saw the big dog saw the big dog again.",
        "Tom was very very very tired.",
      })
  void aLoopIsFound(String story) {
    assertThat(rules(story)).as(story).containsOnly(Rule.LOOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If Anna were taller, she could reach the apples.",
        "\"Why didn't you go home?\" Tom asked. Anna did not answer, for she had gone to sleep.",
        "What he did was wrong, but Tom and his sister Clara were soon friends again.",
        "Will went to the market. Will you come too? asked his sister. He had to laugh.",
        "The horse and the cow were in the meadow. The watering can stood beside them.",
        "Two coins is the price. There were a few apples left, and there was an apple tree.",
        "Anna let Tom go first, and she saw him run to the left.",
        "A baker lived here. He was old. One day a girl came. She was small. \"Is it his?\" she"
            + " asked.",
        "Anna went up and up and up. It rained. It rained.",
        "Mia had a cat named Bello. He slept all day.",
      })
  void goodSentencesPass(String story) {
    assertThat(JUDGE.judge(story)).as(story).isEmpty();
  }

  @Test
  void aFindingShowsTheWordsAtFault() {
    assertThat(JUDGE.judge("The day was long. Anna have a red kite."))
        .containsExactly(new Finding(Rule.AGREEMENT, "Anna have a red kite ."));
  }

  @Test
  void emptyTextHasNoFault() {
    assertThat(JUDGE.judge("")).isEmpty();
  }
}
