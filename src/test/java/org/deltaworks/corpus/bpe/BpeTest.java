package org.deltaworks.corpus.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deltaworks.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our merges and our encoder against Hugging Face's own tokenizers. */
class BpeTest {
  private static final List<String> SPECIAL = List.of("<|endoftext|>", "<|user|>");
  private static final String TEXT =
      "The cat sat on the mat. The cats didn't sit on the mats, they're lying there! "
          + "\"Where is the mat?\" asked Anna. It costs 12 coins.\n\nThe theatre is there.";
  private static final List<String> SAMPLES =
      List.of(
          TEXT,
          "",
          " ",
          "  two  spaces \n\n and\ttabs ",
          "naïve café – 日本語 🙂 \u0000\u00A0end",
          "<|user|>Hello<|endoftext|>bye <|unknown|>",
          "it's we'll they've I'd 'tis 1234 +*/ ...");

  private static Vocabulary vocabulary() {
    MergeLearner learner = new MergeLearner();
    learner.add(TEXT.repeat(3));
    return learner.learn(SPECIAL, 330);
  }

  @Test
  void theMostFrequentPairComesFirstAndTiesAreSettledBySpelling() {
    MergeLearner learner = new MergeLearner();
    learner.add("aab\naab\naab\nxy\nxy");
    assertThat(learner.learn(List.of(), 259).merges())
        .containsExactly(
            new Vocabulary.Merge("a", "a"),
            new Vocabulary.Merge("aa", "b"),
            new Vocabulary.Merge("x", "y"));
  }

  @Test
  void learningTwiceGivesTheSameMerges() {
    assertThat(vocabulary()).isEqualTo(vocabulary());
    assertThat(vocabulary().size()).isLessThanOrEqualTo(330).isGreaterThan(300);
  }

  @Test
  void idsEqualThoseOfHuggingFace(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), TokenizerJson.of(vocabulary()));
    BpeEncoder own = new BpeEncoder(vocabulary());
    try (Tokenizer theirs = Tokenizer.load(folder)) {
      for (String sample : SAMPLES) {
        assertThat(own.encode(sample)).as(sample).isEqualTo(theirs.encode(sample, false));
        assertThat(theirs.decode(own.encode(sample), true)).as(sample).isEqualTo(shown(sample));
      }
    }
  }

  @Test
  void aWordIsTheSameTokenAtTheBeginningOfATurn() {
    BpeEncoder encoder = new BpeEncoder(vocabulary());
    int[] within = encoder.encode("The cat");
    assertThat(encoder.encode("<|user|>cat")).containsExactly(1, within[within.length - 1]);
  }

  /** Without special tokens and one space at the beginning, as people see it. */
  private static String shown(String text) {
    String bare = text.replace("<|user|>", " ").replace("<|endoftext|>", " ");
    return bare.startsWith(" ") ? bare.substring(1) : bare;
  }

  @Property(tries = 300)
  void everyTextComesBack(@ForAll String text) {
    String whole =
        new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    BpeEncoder encoder = new BpeEncoder(vocabulary());
    assertThat(encoder.decode(encoder.encode(whole)))
        .isEqualTo(whole.isEmpty() || whole.startsWith(" ") ? whole : " " + whole);
  }
}
