package org.deltaworks.corpus.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.platform.AtomicFiles;

/**
 * Writes the files of the demos, for developers: {@code WriteDemos assets/demos}. The same seeds
 * give the same files.
 */
public final class WriteDemos {
  private static final long TRAINING_SEED = 11;
  private static final long HELD_OUT_SEED = 12;
  private static final int TRAINING_ROWS = 300;
  private static final int HELD_OUT_ROWS = 40;

  /** Found by trying on the first polder: enough for the style, a minute on two cores. */
  private static final Map<String, String> PIRATE_SETTINGS =
      Map.of(
          "rank", "8",
          "alpha", "16",
          "target-modules", "all-linear",
          "batch-size", "8",
          "epochs", "2",
          "lr", "5e-3");

  private WriteDemos() {}

  /** Writes every demo below the folder. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("WriteDemos FOLDER");
      System.exit(2);
    }
    pirate(Path.of(arguments[0]).resolve("pirate"));
  }

  static void pirate(Path folder) {
    PirateRows rows = new PirateRows(new World());
    AtomicFiles.writeText(
        folder.resolve("train.jsonl"), lines(rows.training(TRAINING_ROWS, TRAINING_SEED)));
    AtomicFiles.writeText(
        folder.resolve("heldout.jsonl"), lines(rows.heldOut(HELD_OUT_ROWS, HELD_OUT_SEED)));
    AtomicFiles.writeText(
        folder.resolve("prompts.txt"),
        """
        What is a dog?
        Where does the owl live?
        What does a baker do?
        How do apples taste?
        What can you do with a rope?
        Can a frog swim?
        """);
    ObjectNode demo = JsonFile.newObject();
    demo.put("name", "pirate").put("title", "Pirate");
    demo.put(
        "sentence", "The model gives the same kind of answers as before, but talks like a pirate.");
    demo.put("base", "polder").put("metric", new PirateTalkMetric().code());
    ObjectNode settings = demo.putObject("settings");
    PIRATE_SETTINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> settings.put(e.getKey(), e.getValue()));
    AtomicFiles.writeText(folder.resolve("demo.json"), JsonFile.text(demo));
  }

  private static String lines(List<Prompted> rows) {
    return rows.stream()
        .map(
            row ->
                JsonFile.newObject().put("prompt", row.prompt()).put("completion", row.completion())
                    + "\n")
        .collect(Collectors.joining());
  }
}
