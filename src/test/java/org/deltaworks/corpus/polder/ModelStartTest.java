package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.TrainingPlan.LossOn;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStartTest {
  private static final PolderShape SMALL = new PolderShape(600, 64, 3, 8, 8, 4, 96, 64);

  @TempDir Path folder;
  private Vocabulary vocabulary = new Vocabulary(List.of(), List.of());

  @BeforeEach
  void learn() {
    Corpus corpus = new Corpus(new World());
    MergeLearner learner = new MergeLearner();
    for (int i = 0; i < 200; i++) {
      if (corpus.document(1, i) instanceof Row.Text text) {
        learner.add(text.text());
      }
    }
    vocabulary = learner.learn(PolderTokens.SPECIAL, 600);
  }

  @Test
  void ourOwnReaderTakesTheStart() {
    Path start = folder.resolve("start");
    ModelStart.write(start, vocabulary, SMALL, 3);
    ModelFiles files = ModelFolder.ofKnownFamilies().read(start);
    assertThat(files.model().parameters()).isEqualTo(SMALL.parameters());
    assertThat(files.model().decoder().tiedHead()).isFalse();
    assertThat(files.model().chatTemplate()).contains(PolderTokens.TEMPLATE);
    try (Tokenizer tokenizer = Tokenizer.load(start)) {
      assertThat(tokenizer.end()).hasValue(PolderTokens.END_ID);
      assertThat(tokenizer.vocabulary()).isEqualTo(vocabulary.size());
    }
  }

  @Test
  void theFirstPolderHasItsSize() {
    assertThat(PolderShape.first(4096).parameters()).isEqualTo(5_639_424);
  }

  @Test
  void theSameSeedGivesTheSameWeights() throws Exception {
    ModelStart.write(folder.resolve("a"), vocabulary, SMALL, 3);
    ModelStart.write(folder.resolve("b"), vocabulary, SMALL, 3);
    ModelStart.write(folder.resolve("c"), vocabulary, SMALL, 4);
    assertThat(folder.resolve("a/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("b/model.safetensors"));
    assertThat(
            Files.mismatch(
                folder.resolve("a/model.safetensors"), folder.resolve("c/model.safetensors")))
        .isNotNegative();
  }

  @Test
  void theCorpusWritesChatsAsTheTemplateDoes() {
    Path start = folder.resolve("start");
    ModelStart.write(start, vocabulary, SMALL, 3);
    Row.Conversation chat =
        new Row.Conversation(
            List.of(
                new Row.Turn("system", "Be brief."),
                new Row.Turn("user", "What is a dog?"),
                new Row.Turn("assistant", "A dog is a mammal.")));
    try (Tokenizer tokenizer = Tokenizer.load(start)) {
      TokenizedRow row =
          new RowTokenizer(
                  tokenizer,
                  Optional.of(ChatTemplate.compile(PolderTokens.TEMPLATE)),
                  LossOn.COMPLETION,
                  512)
              .tokenize(chat)
              .row();
      assertThat(row.ids()).isEqualTo(new BpeEncoder(vocabulary).encode(PolderTokens.text(chat)));
      assertThat(row.labels()[row.length() - 1]).isEqualTo(PolderTokens.END_ID);
      int answer =
          new BpeEncoder(vocabulary).encode("A dog is a mammal." + PolderTokens.END).length;
      assertThat(row.labelTokens()).isEqualTo(answer);
    }
  }

  @Test
  void rowsHoldWholeDocumentsUpToTheContext() throws Exception {
    Path file = folder.resolve("rows.jsonl");
    var written =
        new TokenShard(new Corpus(new World()), new BpeEncoder(vocabulary), 512)
            .write(file, 5, 5_000, Curriculum.none());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize((int) written.rows());
    assertThat(written.tokens()).isGreaterThanOrEqualTo(5_000);
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",").length / 2).isBetween(1, 513));
  }

  @Test
  void briefNumbersAreTheNearestOnes() {
    for (float number : new float[] {0f, 1f, -1f, 0.02f, 3.1415927f, 1e-30f, -65536f}) {
      float back = Float.intBitsToFloat(PublishPolder.brief(number) << 16);
      assertThat(Math.abs(back - number)).isLessThanOrEqualTo(Math.abs(number) / 256);
    }
  }
}
