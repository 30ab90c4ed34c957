package org.deltaworks.corpus.polder;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * Makes a trained model wider and writes {@link OwnerHeads} into it, for developers: {@code
 * WidenPolder TRAINED FOLDER}.
 */
public final class WidenPolder {
  private WidenPolder() {}

  /** Writes the folder, which must not be there or be empty. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("WidenPolder TRAINED FOLDER");
      System.exit(2);
    }
    Vocabulary vocabulary = PreparePolder.vocabulary(new Corpus(new World()));
    widen(Path.of(arguments[0]), Path.of(arguments[1]), vocabulary);
  }

  /** Writes the wider form of trained weights, float32, into a folder that is not there yet. */
  static void widen(Path from, Path to, Vocabulary vocabulary) {
    ModelFiles trained = ModelFolder.ofKnownFamilies().read("polder", from);
    int narrow = trained.model().decoder().hidden();
    PolderShape shape = PolderShape.wide(vocabulary.size());
    WiderModel model = new WiderModel(trained.tensors(), narrow, shape);
    new OwnerHeads(model, shape, OwnerWords.of(vocabulary)).write();
    List<OutgoingTensor> tensors = model.tensors();
    ModelStart.write(to, vocabulary, shape, tensors);
  }
}
