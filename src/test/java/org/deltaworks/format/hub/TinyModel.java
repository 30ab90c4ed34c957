package org.deltaworks.format.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;

/** Writes small model folders for tests: a configuration and random weights that fit it. */
final class TinyModel {
  static final String LLAMA =
      """
      {"model_type": "llama", "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 2,
       "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 20,
       "max_position_embeddings": 64, "rms_norm_eps": 1e-05, "rope_theta": 10000.0,
       "hidden_act": "silu", "tie_word_embeddings": true, "torch_dtype": "float32"}
      """;
  static final String GPT2 =
      """
      {"model_type": "gpt2", "n_embd": 8, "n_head": 2, "n_layer": 1, "n_positions": 16,
       "vocab_size": 20, "n_inner": null, "layer_norm_epsilon": 1e-05}
      """;

  private TinyModel() {}

  /** A folder with this configuration and weights that fit it. */
  static Path write(Path folder, String config) throws IOException {
    return write(folder, config, tensors -> {});
  }

  /** The same, with the weights changed before they are written. */
  static Path write(Path folder, String config, Consumer<Map<String, OutgoingTensor>> change)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config);
    Map<String, OutgoingTensor> tensors = tensors(folder);
    change.accept(tensors);
    new SafetensorsWriter()
        .write(folder.resolve("model.safetensors"), new ArrayList<>(tensors.values()));
    return folder;
  }

  /** Random weights that fit a folder's configuration, by name. */
  static Map<String, OutgoingTensor> tensors(Path folder) {
    Map<String, OutgoingTensor> tensors = new LinkedHashMap<>();
    Random random = new Random(1);
    ModelFolder.ofKnownFamilies()
        .plan("tiny", folder)
        .shapes()
        .forEach((name, shape) -> tensors.put(name, tensor(name, shape, random)));
    return tensors;
  }

  /** Random numbers of a shape. */
  static OutgoingTensor tensor(String name, List<Long> shape, Random random) {
    float[] numbers = new float[shape.stream().reduce(1L, Math::multiplyExact).intValue()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    return OutgoingTensor.of(name, shape, numbers);
  }

  /** Puts a tensor under another name. */
  static void rename(Map<String, OutgoingTensor> tensors, String from, String to) {
    OutgoingTensor old = java.util.Objects.requireNonNull(tensors.remove(from));
    tensors.put(to, new OutgoingTensor(to, old.type(), old.shape(), old.content()));
  }
}
