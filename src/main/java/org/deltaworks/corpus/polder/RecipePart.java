package org.deltaworks.corpus.polder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of the bundled model's pre-training: an ordinary run of the trainer that begins with the
 * weights the part before left, on rows that no other part reads.
 *
 * @param changed what is changed
 * @param name of the run and of its rows' file
 * @param rows how many rows of the training text are set aside for it
 * @param steps optimizer steps of {@link #BATCH} rows
 * @param rate the learning rate
 * @param schedule as {@code --schedule} takes it
 * @param warmup steps over which the rate rises
 * @param beta2 decay of the second moment
 */
record RecipePart(
    Changed changed,
    String name,
    int rows,
    int steps,
    String rate,
    String schedule,
    int warmup,
    String beta2) {
  /** Rows of a step: about 1,900 tokens. */
  static final int BATCH = 4;

  /** What a part changes. */
  enum Changed {
    /** Every weight. */
    ALL("full"),
    /** The last two blocks and the head, after {@link OwnerHeads} have been added below them. */
    LAST_LAYERS("last-layers");

    private final String method;

    Changed(String method) {
      this.method = method;
    }
  }

  RecipePart {
    if (rows < steps * BATCH) {
      throw new IllegalArgumentException(name + " would read rows twice");
    }
  }

  /**
   * How {@code polder} was made: exercises until copying is learnt, text at one rate (the optimizer
   * begun anew between the two parts of it), then mostly lessons in reading, while the rate falls
   * to nothing, more of those after heads for owners have been added, and in the end everything at
   * a rate that is too small to blur them.
   */
  static List<RecipePart> polder() {
    return List.of(
        new RecipePart(
            Changed.ALL, "drill", Curriculum.DRILLED, 250, "1e-3", "constant", 30, "0.98"),
        new RecipePart(Changed.ALL, "text", 11_200, 2_800, "7e-4", "constant", 50, "0.999"),
        new RecipePart(Changed.ALL, "more", 9_600, 2_400, "7e-4", "constant", 50, "0.999"),
        new RecipePart(Changed.ALL, "lessons", 13_600, 3_400, "7e-4", "linear", 50, "0.999"),
        new RecipePart(Changed.LAST_LAYERS, "owners", 3_200, 800, "2e-4", "linear", 50, "0.999"),
        new RecipePart(Changed.ALL, "settle", 2_400, 600, "4e-5", "linear", 50, "0.999"));
  }

  /** Where the rows of this part lie in the folder of a preparation. */
  Path rowsIn(Path folder) {
    return folder.resolve(name + ".jsonl");
  }

  /** The weights that this part leaves. */
  Path weightsIn(Path folder) {
    return folder.resolve("after-" + name);
  }

  /** Words of the command that trains this part. */
  List<String> command(Path folder, Path model) {
    List<String> words = new ArrayList<>(List.of("train", "--name", name));
    words.addAll(List.of("--model", model.toString(), "--data", rowsIn(folder).toString()));
    words.addAll(List.of("--eval-data", folder.resolve("heldout.jsonl").toString()));
    words.addAll(List.of("--method", changed.method));
    words.addAll(List.of("--loss-on", "all", "--no-shuffle"));
    words.addAll(List.of("--batch-size", "" + BATCH, "--steps", "" + steps));
    words.addAll(List.of("--lr", rate, "--schedule", schedule, "--warmup", "" + warmup));
    words.addAll(List.of("--beta2", beta2, "--weight-decay", "0.1", "--threads", "2"));
    words.addAll(List.of("--eval-every", "600", "--save-every", "200", "--keep", "3"));
    words.addAll(List.of("--out", weightsIn(folder).toString()));
    return words;
  }
}
