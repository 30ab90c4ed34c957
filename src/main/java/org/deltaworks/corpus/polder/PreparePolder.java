package org.deltaworks.corpus.polder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.platform.AtomicFiles;

/**
 * Prepares the pre-training of the bundled model: {@code start} (a model with its first weights and
 * its tokenizer), {@code heldout.jsonl}, and the rows of the training text in a file for each part
 * of the recipe, in the order in which they are read.
 */
final class PreparePolder {
  /** Seed of the first weights. */
  static final long WEIGHT_SEED = 1_953L;

  private static final long EXERCISE_SEED = 20_261L;
  private static final int VOCABULARY = 4096;
  private static final int DOCUMENTS_FOR_MERGES = 30_000;
  private static final long HELD_OUT_TOKENS = 60_000;

  private final Path folder;
  private final List<RecipePart> recipe;

  /** A preparation in a folder that holds no older start. */
  PreparePolder(Path folder, List<RecipePart> recipe) {
    this.folder = AtomicFiles.ensureFolder(folder);
    this.recipe = recipe;
  }

  /** Writes everything; the last part's rows last. */
  void prepare() {
    World world = new World();
    Corpus corpus = new Corpus(world);
    Vocabulary vocabulary = vocabulary(corpus);
    PolderShape shape = PolderShape.first(VOCABULARY);
    ModelStart.write(folder.resolve("start"), vocabulary, shape, WEIGHT_SEED);
    TokenShard shard = new TokenShard(corpus, new BpeEncoder(vocabulary), shape.context());
    shard.write(
        folder.resolve("heldout.jsonl"), Corpus.HELD_OUT_SEED, HELD_OUT_TOKENS, Curriculum.none());
    int rows = recipe.stream().mapToInt(RecipePart::rows).sum();
    Path all = folder.resolve("train.jsonl");
    shard.write(
        all,
        Corpus.TRAINING_SEED,
        (long) rows * shape.context(),
        Curriculum.of(EXERCISE_SEED, vocabulary, world));
    int from = 0;
    for (RecipePart part : recipe) {
      cut(all, part.rowsIn(folder), from, part.rows());
      from += part.rows();
    }
  }

  private static void cut(Path all, Path file, int from, int rows) {
    AtomicFiles.write(
        file,
        out -> {
          try (Stream<String> lines = Files.lines(all)) {
            for (String line : (Iterable<String>) lines.skip(from).limit(rows)::iterator) {
              out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
          }
        });
  }

  /** Merges learnt from the first documents of the training text. */
  static Vocabulary vocabulary(Corpus corpus) {
    MergeLearner learner = new MergeLearner();
    for (int i = 0; i < DOCUMENTS_FOR_MERGES; i++) {
      for (String part :
          PolderTokens.text(corpus.document(Corpus.TRAINING_SEED, i)).split("<\\|\\w+\\|>")) {
        learner.add(part);
      }
    }
    return learner.learn(PolderTokens.SPECIAL, VOCABULARY);
  }
}
