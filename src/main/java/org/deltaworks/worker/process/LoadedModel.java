package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.engine.lora.SpokenAdapters;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.text.Tokenizer;

/** A model that is ready to answer, and the adapters that were put on it. Computes in float32. */
final class LoadedModel implements AutoCloseable {
  /** Every strength is one of its own, and a slider has many. */
  private static final int MOST_ADAPTED = 2;

  private final ModelFiles files;
  private final Tokenizer tokenizer;
  private final Decoder decoder;
  private final Adaptation none;
  private final Kept<Key, SpokenAdapters> adapted = new Kept<>(MOST_ADAPTED, SpokenAdapters::close);

  /** Adapters as their files were when they were read. */
  private record Key(List<AdapterChoice> choices, List<Long> modified) {}

  private LoadedModel(ModelFiles files, Tokenizer tokenizer, Decoder decoder) {
    this.files = files;
    this.tokenizer = tokenizer;
    this.decoder = decoder;
    this.none = Adaptation.none(decoder.work().scope(), decoder.layout());
  }

  /** Maps a model's weights. */
  static LoadedModel load(Libtorch torch, Path folder) {
    ModelFiles files = ModelFolder.ofKnownFamilies().read(folder);
    Tokenizer tokenizer = Tokenizer.load(folder);
    Workspace work = Workspace.open(torch, files.model().decoder());
    MappedWeights weights =
        new MappedWeights(work.kernels(), work.scope(), files.tensors(), NumberType.FLOAT32);
    return new LoadedModel(
        files, tokenizer, new Decoder(work, files.model().decoder(), weights, NumberType.FLOAT32));
  }

  ModelFiles files() {
    return files;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  Decoder decoder() {
    return decoder;
  }

  /** The adapters in force, until the use is closed; none for an empty list. */
  Kept.Use<? extends Adaptation> with(List<AdapterChoice> choices) {
    if (choices.isEmpty()) {
      return new Kept.Use<>(none, () -> {});
    }
    Key key = new Key(choices, choices.stream().map(LoadedModel::modified).toList());
    return adapted.use(
        key,
        () ->
            new SpokenAdapters(
                decoder.work().scope(), decoder.layout(), files.model(), voices(choices)));
  }

  /**
   * The adapters as they lie in their folders.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if one does not fit the base
   */
  List<SpokenAdapters.Voice> voices(List<AdapterChoice> choices) {
    PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());
    return choices.stream()
        .map(
            choice -> {
              PeftAdapter adapter = reader.read(Path.of(choice.adapter()), files.model());
              return new SpokenAdapters.Voice(
                  adapter.settings().lora(), adapter.pairs(), choice.strength());
            })
        .toList();
  }

  private static long modified(AdapterChoice choice) {
    return Path.of(choice.adapter()).resolve("adapter_model.safetensors").toFile().lastModified();
  }

  @Override
  public void close() {
    tokenizer.close();
    adapted.close();
    decoder.work().close();
  }
}
