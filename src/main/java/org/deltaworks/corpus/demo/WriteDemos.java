package org.deltaworks.corpus.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.polder.PolderShape;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.platform.AtomicFiles;

/**
 * Writes the files of the demos, for developers: {@code WriteDemos assets/demos}. The same seeds
 * give the same files. Every demo is trained with the preset "Quick" as the window's form has it
 * for the bundled model.
 */
public final class WriteDemos {
  private static final long TRAINING_SEED = 11;
  private static final long HELD_OUT_SEED = 12;
  private static final int HELD_OUT_ROWS = 40;
  private static final int OWN_TEXTS = 60;

  private WriteDemos() {}

  /** Writes every demo below the folder. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("WriteDemos FOLDER");
      System.exit(2);
    }
    List<DemoText> all = DemoBook.all();
    for (int i = 0; i < all.size(); i++) {
      write(all.get(i), i + 1, Path.of(arguments[0]).resolve(all.get(i).name()));
    }
    AtomicFiles.writeText(Path.of(arguments[0]).resolve("own-text.jsonl"), ownText());
  }

  static void write(DemoText demo, int place, Path folder) {
    AtomicFiles.writeText(folder.resolve("train.jsonl"), lines(training(demo)));
    AtomicFiles.writeText(folder.resolve("heldout.jsonl"), lines(heldOut(demo)));
    AtomicFiles.writeText(folder.resolve("prompts.txt"), String.join("\n", demo.prompts()) + "\n");
    ObjectNode json = JsonFile.newObject();
    json.put("name", demo.name()).put("place", place).put("title", demo.title());
    json.put("sentence", demo.sentence());
    json.put("base", "polder").put("metric", demo.metric().code());
    ObjectNode settings = json.putObject("settings");
    quick().said().forEach((setting, texts) -> settings.put(setting.option(), texts.getFirst()));
    AtomicFiles.writeText(folder.resolve("demo.json"), JsonFile.text(json));
  }

  /**
   * Plain text of the seed that the base never saw: on it one measures what a training made the
   * base forget.
   */
  private static String ownText() {
    Corpus corpus = new Corpus(new World());
    return LongStream.range(0, Long.MAX_VALUE)
        .mapToObj(number -> corpus.document(Corpus.HELD_OUT_SEED, number))
        .filter(Row.Text.class::isInstance)
        .limit(OWN_TEXTS)
        .map(row -> JsonFile.newObject().put("text", ((Row.Text) row).text()) + "\n")
        .collect(Collectors.joining());
  }

  /** The rows that are learnt. */
  static List<Prompted> training(DemoText demo) {
    return demo.rows().rows(Part.TRAINING, demo.trainingRows(), TRAINING_SEED);
  }

  /** The rows that only measure. */
  static List<Prompted> heldOut(DemoText demo) {
    return demo.rows().rows(Part.HELD_OUT, HELD_OUT_ROWS, HELD_OUT_SEED);
  }

  private static TrainingDraft quick() {
    return Preset.QUICK.on(TrainingDraft.empty(), PolderShape.wide(0).hidden());
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
