package org.deltaworks.format.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.AtomicFiles;

/**
 * Writes a whole model (merged or trained) in the layout that transformers loads: configuration and
 * tokenizer of the model it came from, weights of its own.
 */
public final class ModelFolderWriter {
  /** Larger models are split, so that no file is awkward to move. */
  public static final long SHARD_BYTES = 4L << 30;

  private static final List<String> COPIED =
      List.of(
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "tokenizer.model",
          "chat_template.jinja");

  private final SafetensorsWriter safetensors;
  private final long shardBytes;

  /** Splits weights into files of at most so many bytes (a single tensor may exceed them). */
  public ModelFolderWriter(SafetensorsWriter safetensors, long shardBytes) {
    this.safetensors = safetensors;
    this.shardBytes = shardBytes;
  }

  /**
   * Writes a folder that appears whole or not at all.
   *
   * @param source the model it came from: its description, and the folder whose configuration and
   *     tokenizer are copied
   * @param type type of the weights, for {@code config.json}
   * @param tensors all weights under their canonical names; each is asked for its bytes when its
   *     turn comes
   * @throws org.deltaworks.domain.problem.ProblemException if the folder is there already and not
   *     empty, the disk is full, or it cannot be written to
   */
  public void write(
      Path target, BaseModel source, StoredTensor.Type type, List<OutgoingTensor> tensors) {
    AtomicFiles.createFolder(target, into -> writePlain(into, source, type, tensors));
  }

  /** Writes into a folder that itself is still under a temporary name. */
  public void writePlain(
      Path folder, BaseModel source, StoredTensor.Type type, List<OutgoingTensor> tensors)
      throws IOException {
    Files.writeString(folder.resolve("config.json"), JsonFile.text(config(source, type)));
    for (String name : COPIED) {
      copy(source.folder().resolve(name), folder);
    }
    copyLicences(source.folder(), folder);
    Files.writeString(folder.resolve("README.md"), card(source));
    writeWeights(folder, tensors);
  }

  private static ObjectNode config(BaseModel source, StoredTensor.Type type) {
    ObjectNode config =
        JsonFile.read(source.folder().resolve("config.json"), Problem.Kind.BAD_MODEL).node();
    String word =
        switch (type) {
          case F32 -> "float32";
          case F16 -> "float16";
          case BF16 -> "bfloat16";
        };
    // transformers 5 writes "dtype" where 4 wrote "torch_dtype"; whichever is there stays.
    if (config.has("dtype")) {
      config.put("dtype", word);
    }
    if (config.has("torch_dtype") || !config.has("dtype")) {
      config.put("torch_dtype", word);
    }
    config.put("tie_word_embeddings", source.decoder().tiedHead());
    config.remove("_name_or_path");
    return config;
  }

  private static void copy(Path file, Path into) throws IOException {
    if (Files.isRegularFile(file)) {
      Files.copy(file, into.resolve(file.getFileName()));
    }
  }

  private static void copyLicences(Path from, Path into) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(from)) {
      files = list.filter(ModelFolderWriter::isLicence).sorted().toList();
    }
    for (Path file : files) {
      copy(file, into);
    }
  }

  private static boolean isLicence(Path file) {
    String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
    return name.startsWith("LICENSE") || name.startsWith("NOTICE") || name.startsWith("USE_POLICY");
  }

  private static String card(BaseModel source) {
    StringBuilder card = new StringBuilder("---\n");
    source.license().ifPresent(license -> card.append("license: ").append(license).append('\n'));
    return card.append("library_name: transformers\n---\n\nMade with Deltaworks from ")
        .append(source.name())
        .append(".\n")
        .toString();
  }

  private void writeWeights(Path folder, List<OutgoingTensor> tensors) throws IOException {
    List<List<OutgoingTensor>> shards = shards(tensors);
    if (shards.size() == 1) {
      safetensors.writePlain(folder.resolve(WeightFiles.SINGLE), shards.getFirst());
      return;
    }
    ObjectNode index = JsonFile.newObject();
    index
        .putObject("metadata")
        .put("total_size", tensors.stream().mapToLong(OutgoingTensor::bytes).sum());
    ObjectNode map = index.putObject("weight_map");
    for (int i = 0; i < shards.size(); i++) {
      String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
      safetensors.writePlain(folder.resolve(name), shards.get(i));
      shards.get(i).forEach(tensor -> map.put(tensor.name(), name));
    }
    Files.writeString(folder.resolve(WeightFiles.INDEX), JsonFile.text(index));
  }

  private List<List<OutgoingTensor>> shards(List<OutgoingTensor> tensors) {
    List<List<OutgoingTensor>> shards = new ArrayList<>();
    shards.add(new ArrayList<>());
    long filled = 0;
    for (OutgoingTensor tensor : tensors) {
      if (filled > 0 && filled + tensor.bytes() > shardBytes) {
        shards.add(new ArrayList<>());
        filled = 0;
      }
      shards.getLast().add(tensor);
      filled += tensor.bytes();
    }
    return shards;
  }
}
