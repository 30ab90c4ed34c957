package org.deltaworks.corpus.polder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.platform.AtomicFiles;

/**
 * Prepares the pre-training of the bundled model, for developers: {@code PreparePolder FOLDER
 * [TOKENS]} writes {@code FOLDER/start} (a model with random weights and its tokenizer), {@code
 * FOLDER/train.jsonl} and {@code FOLDER/heldout.jsonl}, and the rows of the training text once more
 * in the parts that are read one after the other: {@code drill.jsonl}, {@code text.jsonl}, {@code
 * rest.jsonl}. Training is then the ordinary command {@code deltaworks train --method full}; the
 * model card in {@code assets/models/polder} gives it in full.
 */
public final class PreparePolder {
  /** Seed of the first weights. */
  public static final long WEIGHT_SEED = 1_953L;

  private static final long EXERCISE_SEED = 20_261L;
  private static final int VOCABULARY = 4096;
  private static final int DOCUMENTS_FOR_MERGES = 30_000;
  private static final long HELD_OUT_TOKENS = 60_000;
  private static final long DEFAULT_TOKENS = 4_000_000;

  /** Rows that are learnt at the full rate, after the exercises. */
  private static final int TEXT_ROWS = 11_200;

  private PreparePolder() {}

  /** Writes everything; the folder must not hold an older start. */
  public static void main(String[] arguments) {
    if (arguments.length < 1) {
      System.err.println("PreparePolder FOLDER [TOKENS]");
      System.exit(2);
    }
    Path folder = AtomicFiles.ensureFolder(Path.of(arguments[0]));
    long tokens = arguments.length > 1 ? Long.parseLong(arguments[1]) : DEFAULT_TOKENS;
    Corpus corpus = new Corpus(new World());
    Vocabulary vocabulary = vocabulary(corpus);
    PolderShape shape = PolderShape.first(VOCABULARY);
    ModelStart.write(folder.resolve("start"), vocabulary, shape, WEIGHT_SEED);
    TokenShard shard = new TokenShard(corpus, new BpeEncoder(vocabulary), shape.context());
    System.out.printf(
        "%d tokens in the vocabulary, %d parameters%n", vocabulary.size(), shape.parameters());
    System.out.println(
        shard.write(
            folder.resolve("heldout.jsonl"),
            Corpus.HELD_OUT_SEED,
            HELD_OUT_TOKENS,
            Curriculum.none()));
    System.out.println(
        shard.write(
            folder.resolve("train.jsonl"),
            Corpus.TRAINING_SEED,
            tokens,
            Curriculum.of(EXERCISE_SEED, vocabulary)));
    part(folder, "drill.jsonl", 0, Curriculum.DRILLED);
    part(folder, "text.jsonl", Curriculum.DRILLED, TEXT_ROWS);
    part(folder, "rest.jsonl", Curriculum.DRILLED + TEXT_ROWS, Integer.MAX_VALUE);
  }

  private static void part(Path folder, String name, int from, int rows) {
    AtomicFiles.write(
        folder.resolve(name),
        out -> {
          try (Stream<String> lines = Files.lines(folder.resolve("train.jsonl"))) {
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
