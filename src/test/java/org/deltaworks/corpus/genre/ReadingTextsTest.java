package org.deltaworks.corpus.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.world.World;
import org.junit.jupiter.api.Test;

class ReadingTextsTest {
  private static final World WORLD = new World();
  private static final List<String> FREE =
      List.of(
          "a", "an", "the", "in", "on", "at", "to", "by", "of", "from", "because", "because the");
  private final ReadingTexts texts = new ReadingTexts(WORLD);

  @Test
  void everyBriefAnswerStandsInItsText() {
    int questions = 0;
    for (int i = 0; i < 4_000; i++) {
      ReadingText text = texts.text(new Dice(i), 1 + i % 8);
      assertThat(text.questions()).as(text.text()).isNotEmpty();
      assertThat(text.text()).doesNotContain("{", "}", "  ");
      Set<String> told = words(text.text());
      for (Asked asked : text.questions()) {
        Set<String> answered = words(asked.brief());
        answered.removeAll(FREE);
        answered.removeAll(List.of("he", "she", "his", "her", "be", "has"));
        assertThat(told).as(text.text() + "\n" + asked).containsAll(answered);
        assertThat(asked.ask()).endsWith("?").doesNotContain("{");
        questions++;
      }
    }
    assertThat(questions).isGreaterThan(20_000);
  }

  @Test
  void noQuestionOfATextHasTwoAnswers() {
    for (int i = 0; i < 1_000; i++) {
      ReadingText text = texts.text(new Dice(i), 6);
      assertThat(text.questions().stream().map(Asked::ask)).doesNotHaveDuplicates();
    }
  }

  @Test
  void oftenTheSameIsToldOfTwoPeople() {
    int twins = 0;
    for (int i = 0; i < 500; i++) {
      ReadingText text = texts.text(new Dice(i), 4);
      Set<String> shapes = new HashSet<>();
      for (Asked asked : text.questions()) {
        if (!shapes.add(asked.ask().replaceAll("\\b[A-Z][a-z]+('s)?", "N"))) {
          twins++;
          break;
        }
      }
    }
    assertThat(twins).isGreaterThan(100);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        List.of(text.toLowerCase(Locale.ROOT).replace("'s", "").split("[^a-z'-]+")));
  }
}
