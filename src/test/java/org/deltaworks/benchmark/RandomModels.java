package org.deltaworks.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.hub.ModelFolderWriter;
import org.deltaworks.format.hub.PlannedModel;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;

/**
 * Models of a chosen shape with random weights, in Hugging Face layout: what memory and time a
 * training takes depends on shapes, not on what the weights have learnt.
 */
public final class RandomModels {
  private static final int CHUNK_NUMBERS = 1 << 16;
  private static final double DEVIATION = 0.02;
  private static final long SHARD_BYTES = 1L << 30;

  private final Path folder;
  private final Path tokenizer;

  /**
   * Models are made once and kept.
   *
   * @param folder where they lie
   * @param tokenizer a tokenizer.json that each of them gets
   */
  public RandomModels(Path folder, Path tokenizer) {
    this.folder = folder;
    this.tokenizer = tokenizer;
  }

  /** The folder of the model of this shape, made if it is not there. */
  public Path model(Shape shape) throws IOException {
    Path place = folder.resolve(shape.name());
    if (Files.exists(place.resolve("model.safetensors"))) {
      return place;
    }
    Files.createDirectories(place);
    Files.writeString(place.resolve("config.json"), shape.config());
    Files.copy(
        tokenizer,
        place.resolve("tokenizer.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    List<OutgoingTensor> tensors = new ArrayList<>();
    Random random = new Random(7);
    ModelFolder.ofKnownFamilies()
        .plan(shape.name(), place)
        .shapes()
        .forEach((name, dimensions) -> tensors.add(tensor(name, dimensions, shape, random)));
    new SafetensorsWriter().write(place.resolve("model.safetensors"), tensors);
    return place;
  }

  /**
   * As {@link #model}, for large ones: the weights come from a faster generator, a piece at a time,
   * and are split into files of about a gigabyte.
   */
  Path shards(Shape shape) throws IOException {
    Path place = folder.resolve(shape.name());
    if (Files.exists(place.resolve("model.safetensors.index.json"))) {
      return place;
    }
    Path description = Files.createDirectories(folder.resolve(shape.name() + "-description"));
    Files.writeString(description.resolve("config.json"), shape.config());
    Files.copy(
        tokenizer,
        description.resolve("tokenizer.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    PlannedModel plan = ModelFolder.ofKnownFamilies().plan(shape.name(), description);
    RandomGenerator random = new SplittableRandom(7);
    List<OutgoingTensor> tensors = new ArrayList<>();
    plan.shapes()
        .forEach((name, dimensions) -> tensors.add(tensor(name, dimensions, shape, random)));
    new ModelFolderWriter(new SafetensorsWriter(), SHARD_BYTES)
        .write(place, plan.model(), type(shape), tensors);
    return place;
  }

  private static StoredTensor.Type type(Shape shape) {
    return shape.half() ? StoredTensor.Type.BF16 : StoredTensor.Type.F32;
  }

  private static OutgoingTensor tensor(
      String name, List<Long> dimensions, Shape shape, RandomGenerator random) {
    StoredTensor.Type type = type(shape);
    boolean gain = dimensions.size() == 1 && name.endsWith(".weight");
    long elements = dimensions.stream().reduce(1L, Math::multiplyExact);
    return new OutgoingTensor(
        name,
        type,
        dimensions,
        sink -> {
          for (long done = 0; done < elements; done += CHUNK_NUMBERS) {
            int count = (int) Math.min(CHUNK_NUMBERS, elements - done);
            sink.put(numbers(count, type, gain, random));
          }
        });
  }

  private static ByteBuffer numbers(
      int count, StoredTensor.Type type, boolean gain, RandomGenerator random) {
    ByteBuffer buffer = ByteBuffer.allocate(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      float number = gain ? 1 : (float) ((random.nextDouble() - 0.5) * DEVIATION);
      if (type == StoredTensor.Type.BF16) {
        buffer.putShort((short) (Float.floatToRawIntBits(number) >>> 16));
      } else {
        buffer.putFloat(number);
      }
    }
    return buffer.flip();
  }

  /**
   * A shape.
   *
   * @param family {@code llama}, {@code qwen3} or {@code gpt2}
   * @param half whether the weights are stored in bfloat16
   */
  public record Shape(
      String name,
      String family,
      int layers,
      int hidden,
      int heads,
      int keyValueHeads,
      int intermediate,
      int vocabulary,
      boolean tied,
      boolean half) {

    String config() {
      if (family.equals("gpt2")) {
        return """
        {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "vocab_size": %d,
         "n_positions": 1024, "n_embd": %d, "n_layer": %d, "n_head": %d, "n_inner": %d,
         "activation_function": "gelu_new", "layer_norm_epsilon": 1e-5,
         "tie_word_embeddings": true}
        """
            .formatted(vocabulary, hidden, layers, heads, intermediate);
      }
      return """
      {"model_type": "%s", "architectures": ["%s"], "vocab_size": %d, "hidden_size": %d,
       "num_hidden_layers": %d, "num_attention_heads": %d, "num_key_value_heads": %d,
       "head_dim": %d, "intermediate_size": %d, "max_position_embeddings": 2048,
       "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "hidden_act": "silu",
       "tie_word_embeddings": %b}
      """
          .formatted(
              family,
              family.equals("qwen3") ? "Qwen3ForCausalLM" : "LlamaForCausalLM",
              vocabulary,
              hidden,
              layers,
              heads,
              keyValueHeads,
              hidden / heads,
              intermediate,
              tied);
    }
  }
}
