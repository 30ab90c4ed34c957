package org.deltaworks.corpus.polder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;

/**
 * Makes the bundled model from nothing, for developers: {@code MakePolder FOLDER PROGRAM…} writes
 * the text, trains every part of the recipe with our own program, and leaves {@code FOLDER/polder}.
 * It takes hours; called again on the same folder it goes on where it was.
 */
public final class MakePolder {
  private final Path folder;
  private final List<String> program;
  private final List<RecipePart> recipe;

  /**
   * A making in this folder.
   *
   * @param program the command line that starts our program
   */
  MakePolder(Path folder, List<String> program, List<RecipePart> recipe) {
    this.folder = folder;
    this.program = List.copyOf(program);
    this.recipe = List.copyOf(recipe);
  }

  /** Makes it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      System.err.println("MakePolder FOLDER PROGRAM");
      System.exit(2);
    }
    List<String> words = List.of(arguments);
    Path folder = Path.of(words.getFirst()).toAbsolutePath();
    Path made = new MakePolder(folder, words.subList(1, words.size()), RecipePart.polder()).make();
    System.out.println(made);
  }

  /** The folder with the finished model. */
  Path make() throws IOException, InterruptedException {
    Path model = folder.resolve("start");
    if (!Files.exists(recipe.getLast().rowsIn(folder))) {
      new PreparePolder(folder, recipe).prepare();
    }
    for (RecipePart part : recipe) {
      if (!Files.exists(part.weightsIn(folder))) {
        train(part, part.changed() == RecipePart.Changed.ALL ? model : widened(model));
      }
      model = part.weightsIn(folder);
    }
    Path made = folder.resolve("polder");
    if (!Files.exists(made)) {
      PublishPolder.publish(model, made);
    }
    return made;
  }

  private Path widened(Path model) {
    Path wider = folder.resolve("wider");
    if (!Files.exists(wider)) {
      WidenPolder.widen(model, wider, PreparePolder.vocabulary(new Corpus(new World())));
    }
    return wider;
  }

  private void train(RecipePart part, Path model) throws IOException, InterruptedException {
    boolean begun = run(List.of("runs", "show", part.name()), ProcessBuilder.Redirect.DISCARD) == 0;
    List<String> words =
        begun ? List.of("runs", "resume", part.name()) : part.command(folder, model);
    if (run(words, ProcessBuilder.Redirect.INHERIT) != 0 || !Files.exists(part.weightsIn(folder))) {
      throw new IOException(
          "The part \"%s\" did not come to its end. Call this again to go on with it."
              .formatted(part.name()));
    }
  }

  private int run(List<String> words, ProcessBuilder.Redirect where)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.addAll(words);
    command.addAll(List.of("--home", folder.resolve("home").toString()));
    return new ProcessBuilder(command).redirectOutput(where).redirectError(where).start().waitFor();
  }
}
