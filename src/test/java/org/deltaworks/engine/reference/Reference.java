package org.deltaworks.engine.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;

/** A tiny random checkpoint and what transformers and PEFT compute with it. */
public final class Reference {
  private final Path folder;
  private final JsonNode expected;

  private Reference(Path folder) {
    this.folder = folder;
    this.expected = json(folder.resolve("expected.json"));
  }

  /** The names of all of them. */
  public static Stream<String> names() {
    return Stream.of(
        "llama",
        "llama3-scaled",
        "llama-linear-rope",
        "llama-bias",
        "mistral",
        "qwen2",
        "qwen3",
        "gpt2");
  }

  /** One by name. */
  public static Reference of(String name) {
    return new Reference(resource(name));
  }

  /** A file or folder beside the checkpoints. */
  public static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Reference.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JSON file. */
  public static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers of a JSON array, flattened. */
  public static float[] floats(JsonNode node) {
    List<Float> list = new ArrayList<>();
    collect(node, list);
    float[] floats = new float[list.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = list.get(i);
    }
    return floats;
  }

  /** Whole numbers of a JSON array. */
  public static int[] ints(JsonNode node) {
    int[] ints = new int[node.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = node.get(i).intValue();
    }
    return ints;
  }

  private static void collect(JsonNode node, List<Float> list) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, list));
    } else {
      list.add(node.floatValue());
    }
  }

  /** The checkpoint. */
  public ModelFiles model() {
    return ModelFolder.ofKnownFamilies().read(folder);
  }

  /** Its adapter. */
  public PeftAdapter adapter() {
    return new PeftReader(new SafetensorsReader(), new TensorNumbers())
        .read(folder.resolve("adapter"), model().model());
  }

  /** What was computed. */
  public JsonNode expected() {
    return expected;
  }

  /** Its rows with their labels. */
  public List<TokenizedRow> rows() {
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < expected.get("input_ids").size(); i++) {
      rows.add(
          new TokenizedRow(
              ints(expected.get("input_ids").get(i)), ints(expected.get("labels").get(i))));
    }
    return rows;
  }

  /**
   * Numbers of a safetensors file beside it, by the module and matrix, such as {@code m.lora_A}.
   */
  public Map<String, float[]> numbers(String file) {
    SafetensorsHeader header = new SafetensorsReader().read(folder.resolve(file));
    Map<String, float[]> numbers = new HashMap<>();
    for (SafetensorsHeader.Entry entry : header.tensors()) {
      String name = entry.name().replace("base_model.model.", "").replace(".weight", "");
      numbers.put(name, new TensorNumbers().read(header.stored(entry, entry.name()).orElseThrow()));
    }
    return numbers;
  }
}
