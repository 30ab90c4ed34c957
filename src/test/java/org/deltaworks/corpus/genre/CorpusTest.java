package org.deltaworks.corpus.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final int DOCUMENTS = 3_000;

  /** What vocabulary and sentences are counted in: both fall short or stand out in little text. */
  private static final int COUNTED = 20_000;

  private static final Pattern WORD = Pattern.compile("[A-Za-z][a-z'-]*");
  private static final Pattern SUM = Pattern.compile("(\\d+) (plus|minus|times) (\\d+) is (\\d+)");
  private static final World WORLD = new World();
  private static final Corpus CORPUS = new Corpus(WORLD);
  private static final List<String> MANY = texts(Corpus.TRAINING_SEED, COUNTED);
  private static final List<String> TEXTS = MANY.subList(0, DOCUMENTS);

  private static List<String> texts(long seed, int documents) {
    return IntStream.range(0, documents)
        .mapToObj(i -> String.join("\n", parts(CORPUS.document(seed, i))))
        .toList();
  }

  private static List<String> parts(Row row) {
    return switch (row) {
      case Row.Text text -> List.of(text.text());
      case Row.Conversation chat -> chat.turns().stream().map(Row.Turn::content).toList();
      case Row.Prompted ignored -> List.of();
      case Row.Tokens ignored -> List.of();
    };
  }

  @Test
  void theSameSeedWritesTheSameTextAndAnotherWritesAnother() {
    Corpus again = new Corpus(new World());
    for (int i = 0; i < 100; i++) {
      assertThat(String.join("\n", parts(again.document(Corpus.TRAINING_SEED, i))))
          .isEqualTo(TEXTS.get(i));
    }
    Set<String> training = new HashSet<>(TEXTS);
    List<String> heldOut = texts(Corpus.HELD_OUT_SEED, 1000);
    long longOnes = heldOut.stream().filter(t -> t.length() > 300).count();
    assertThat(longOnes).isGreaterThan(200);
    assertThat(heldOut.stream().filter(t -> t.length() > 300)).noneMatch(training::contains);
  }

  @Test
  void thereAreManyWords() {
    Set<String> words = new HashSet<>();
    for (String text : MANY) {
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        words.add(matcher.group().toLowerCase(java.util.Locale.ROOT));
      }
    }
    assertThat(words).hasSizeGreaterThanOrEqualTo(4_000);
  }

  @Test
  void noSentenceIsRecognisedAgainAndAgain() {
    Set<String> names = new HashSet<>();
    for (String list : List.of("women", "men", "pets", "surnames", "towns")) {
      names.addAll(WORLD.people(list));
    }
    Map<String, Integer> skeletons = new HashMap<>();
    int sentences = 0;
    for (String text : MANY) {
      for (String sentence : sentences(text)) {
        String skeleton = skeleton(sentence, names);
        // A name alone signs a letter or heads a line; it is no sentence.
        if (!skeleton.equals("N")) {
          skeletons.merge(skeleton, 1, Integer::sum);
        }
        sentences++;
      }
    }
    Map.Entry<String, Integer> most =
        skeletons.entrySet().stream()
            .max(Comparator.comparingInt(Map.Entry::getValue))
            .orElseThrow();
    assertThat(most.getValue() / (double) sentences).as(most.getKey()).isLessThan(0.002);
  }

  /** Masks numbers and every capitalised word behind the first, which are names here. */
  private static String skeleton(String sentence, Set<String> names) {
    String masked = sentence.replaceAll("\\d+", "#").replaceAll("(?<= )[A-Z][a-z]+", "N");
    String first = masked.split("\\W", 2)[0];
    return names.contains(first) ? "N" + masked.substring(first.length()) : masked;
  }

  /** The marks of the question form are no words of its sentences. */
  private static List<String> sentences(String text) {
    String bare = text.replaceAll("(?m)^(Question|Answer|Q|A|Text): ", "");
    return List.of(bare.split("(?<=[.!?])\"?\\s+|\n"));
  }

  @Test
  void quotesAreClosedInEveryParagraph() {
    for (String text : TEXTS) {
      for (String paragraph : text.split("\n")) {
        assertThat(paragraph.chars().filter(c -> c == '"').count() % 2).as(paragraph).isZero();
      }
    }
  }

  @Test
  void subjectsAndVerbsAgree() {
    Pattern wrong =
        Pattern.compile(
            "(?<!\\b(?:does|did|will|can|must) )\\b([Hh]e|[Ss]he|[Ii]t)"
                + " (have|were|do|don't|are|am)\\b|\\b([Tt]hey|[Ww]e|[Yy]ou)"
                + " (has|was|does|doesn't|is|am)\\b|\\bI"
                + " (has|is|are|were|does)\\b|\\b(did|to|will|can|must)"
                + " (went|was|had|took|made)\\b");
    for (String text : TEXTS) {
      assertThat(wrong.matcher(text).results().map(r -> r.group()).toList()).as(text).isEmpty();
    }
  }

  @Test
  void articlesFitTheNextWord() {
    Pattern wrong =
        Pattern.compile(
            "\\b(an [bcdfgjklmnpqrstvwxyz]|a (?!useful|useless|used|one|usual)[aeiou])");
    for (String text : TEXTS) {
      assertThat(wrong.matcher(text).results().map(r -> r.group()).toList()).as(text).isEmpty();
    }
  }

  @Test
  void noPlaceIsLeftUnfilledAndNoSpaceStandsBeforeAMark() {
    for (String text : TEXTS) {
      assertThat(text).doesNotContain("{", "}", " ,", " .", "  ", "null");
    }
  }

  @Test
  void sumsAreRight() {
    int checked = 0;
    for (String text : TEXTS) {
      Matcher matcher = SUM.matcher(text);
      while (matcher.find()) {
        int a = Integer.parseInt(matcher.group(1));
        int b = Integer.parseInt(matcher.group(3));
        int right =
            switch (matcher.group(2)) {
              case "plus" -> a + b;
              case "minus" -> a - b;
              default -> a * b;
            };
        assertThat(Integer.parseInt(matcher.group(4))).as(matcher.group()).isEqualTo(right);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void conversationsAlternateAndEndWithTheAssistant() {
    List<List<String>> roles = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      if (CORPUS.document(Corpus.TRAINING_SEED, i) instanceof Row.Conversation chat) {
        roles.add(chat.turns().stream().map(Row.Turn::role).toList());
      }
    }
    assertThat(roles).hasSizeGreaterThan(500);
    assertThat(
            roles.stream()
                .map(r -> r.stream().collect(Collectors.joining(" ")))
                .collect(Collectors.toSet()))
        .allMatch(r -> r.matches("(system )?(user assistant ?)+"));
  }
}
