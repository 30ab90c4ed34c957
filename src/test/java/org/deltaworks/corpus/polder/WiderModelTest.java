package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.generation.Scorer;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model's growth, on the weights that its pre-training begins with. */
class WiderModelTest {
  private static final int CASES = 60;
  private static final List<String> COLOURS =
      List.of("red", "blue", "green", "yellow", "brown", "black");

  @TempDir private static Path folder;
  private static Vocabulary vocabulary;
  private static OwnerWords words;

  @BeforeAll
  static void writeModels() {
    vocabulary = PreparePolder.vocabulary(new Corpus(new World()));
    words = OwnerWords.of(vocabulary);
    PolderShape wide = PolderShape.wide(vocabulary.size());
    PolderShape first = PolderShape.first(vocabulary.size());
    ModelStart.write(folder.resolve("start"), vocabulary, first, PreparePolder.WEIGHT_SEED);
    ModelFiles start = ModelFolder.ofKnownFamilies().read(folder.resolve("start"));
    WiderModel plain = new WiderModel(start.tensors(), first.hidden(), wide);
    ModelStart.write(folder.resolve("plain"), vocabulary, wide, plain.tensors());
    WidenPolder.widen(folder.resolve("start"), folder.resolve("owners"), vocabulary);
  }

  @Test
  void aWiderModelSaysWhatTheNarrowOneSaid() {
    int[] tokens = new Random(3).ints(80, PolderTokens.SPECIAL.size(), vocabulary.size()).toArray();
    List<Double> narrow = said("start", tokens);
    List<Double> wide = said("plain", tokens);
    for (int i = 0; i < narrow.size(); i++) {
      assertThat(wide.get(i)).isCloseTo(narrow.get(i), within(2e-3));
    }
  }

  @Test
  void ofTwoWhoLikeSomethingTheRightOnesWordIsExpectedOnceThereAreHeadsForOwners() {
    assertThat(right("start")).as("a guess").isBetween(CASES * 3 / 10, CASES * 7 / 10);
    assertThat(right("owners")).as("of " + CASES).isGreaterThan(CASES * 8 / 10);
  }

  @Test
  void namesAreTokensOfTheirOwn() {
    assertThat(words.people()).hasSizeGreaterThan(200);
    assertThat(words.answer()).hasSize(2);
    assertThat(words.sentence()).doesNotContainAnyElementsOf(words.answer());
  }

  /** "Kim likes red. Ned likes blue. Kim likes": how often red is likelier than blue. */
  private static int right(String model) {
    Random random = new Random(11);
    Decoder decoder = decoder(model);
    int right = 0;
    try (Workspace _ = decoder.work()) {
      for (int i = 0; i < CASES; i++) {
        int[] people = two(random, List.copyOf(words.people().keySet()));
        int[] colours = two(random, COLOURS);
        int[] text = i % 2 == 0 ? told(people, colours, 0) : told(people, colours, 1);
        right += cost(decoder, text, colours[0]) < cost(decoder, text, colours[1]) ? 1 : 0;
      }
    }
    return right;
  }

  /**
   * Facts of both, those of {@code first} first, and the beginning of a sentence on the one at 0.
   */
  private static int[] told(int[] people, int[] colours, int first) {
    int likes = token("likes");
    int end = id(".");
    int then = 1 - first;
    return new int[] {
      people[first],
      likes,
      colours[first],
      end,
      people[then],
      likes,
      colours[then],
      end,
      people[0],
      likes
    };
  }

  private static int[] two(Random random, List<String> among) {
    int one = random.nextInt(among.size());
    int other = (one + 1 + random.nextInt(among.size() - 1)) % among.size();
    return new int[] {token(among.get(one)), token(among.get(other))};
  }

  private static int token(String word) {
    return id("Ġ" + word);
  }

  private static int id(String token) {
    return Objects.requireNonNull(vocabulary.ids().get(token), token);
  }

  private static double cost(Decoder decoder, int[] text, int next) {
    int[] all = Arrays.copyOf(text, text.length + 1);
    all[text.length] = next;
    return -said(decoder, all).getLast();
  }

  private static List<Double> said(String model, int[] tokens) {
    Decoder decoder = decoder(model);
    try (Workspace _ = decoder.work()) {
      return said(decoder, tokens);
    }
  }

  private static List<Double> said(Decoder decoder, int[] tokens) {
    Adaptation none = Adaptation.none(decoder.work().scope(), decoder.layout());
    return new Scorer(decoder).score(tokens, 1, none).logProbabilities();
  }

  private static Decoder decoder(String model) {
    return Engines.decoder(
        ModelFolder.ofKnownFamilies().read(folder.resolve(model)), NumberType.FLOAT32);
  }
}
