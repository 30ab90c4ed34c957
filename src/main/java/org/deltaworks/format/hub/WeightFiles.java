package org.deltaworks.format.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFields;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;

/** The weight files of a model folder: one file, or shards and their index. */
final class WeightFiles {
  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";
  private static final Set<String> PICKLES = Set.of(".bin", ".pt", ".pth", ".ckpt");

  private final SafetensorsReader reader;

  WeightFiles(SafetensorsReader reader) {
    this.reader = reader;
  }

  /** The checked headers of all weight files. */
  List<SafetensorsHeader> read(Path folder) {
    if (Files.exists(folder.resolve(SINGLE))) {
      return List.of(reader.read(folder.resolve(SINGLE)));
    }
    if (Files.exists(folder.resolve(INDEX))) {
      return shards(folder);
    }
    throw nothing(folder);
  }

  private List<SafetensorsHeader> shards(Path folder) {
    JsonFields index = JsonFile.read(folder.resolve(INDEX), Problem.Kind.BAD_MODEL);
    JsonFields map =
        index.object("weight_map").orElseThrow(() -> index.wrong("weight_map", "an object"));
    Set<String> files = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> entry : map.node().properties()) {
      String file = entry.getValue().asText("");
      if (!plainName(file)) {
        throw map.wrong(entry.getKey(), "the name of a safetensors file of this folder");
      }
      files.add(file);
    }
    if (files.isEmpty()) {
      throw index.wrong("weight_map", "a map that names at least one file");
    }
    List<SafetensorsHeader> headers = new ArrayList<>();
    for (String file : files) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw Problem.of(
                Problem.Kind.NOT_FOUND,
                "%s is missing: the model consists of %d weight files."
                    .formatted(file, files.size()),
                "Download the missing file into the folder.")
            .asException();
      }
      headers.add(reader.read(folder.resolve(file)));
    }
    refuseMissing(map, headers);
    return headers;
  }

  private static void refuseMissing(JsonFields map, List<SafetensorsHeader> headers) {
    for (SafetensorsHeader header : headers) {
      String file = String.valueOf(header.file().getFileName());
      Set<String> inside = new LinkedHashSet<>();
      header.tensors().forEach(t -> inside.add(t.name()));
      for (Map.Entry<String, JsonNode> entry : map.node().properties()) {
        if (entry.getValue().asText().equals(file) && !inside.contains(entry.getKey())) {
          throw Problem.of(
                  Problem.Kind.BAD_MODEL,
                  "%s says that \"%s\" lies in %s, but it does not."
                      .formatted(INDEX, entry.getKey(), file),
                  "Download the model's files again; they are of different versions.")
              .asException();
        }
      }
    }
  }

  private static boolean plainName(String file) {
    return file.endsWith(".safetensors")
        && file.indexOf('/') < 0
        && file.indexOf('\\') < 0
        && file.indexOf('\0') < 0;
  }

  private static ProblemException nothing(Path folder) {
    List<String> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.map(p -> String.valueOf(p.getFileName())).sorted().toList();
    } catch (IOException e) {
      return Problem.of(
              Problem.Kind.NOT_FOUND,
              "The folder \"%s\" cannot be read: %s.".formatted(folder, e.getMessage()),
              "Choose a folder that you may read.")
          .asException(e);
    }
    for (String file : files) {
      String lower = file.toLowerCase(Locale.ROOT);
      if (PICKLES.stream().anyMatch(lower::endsWith)) {
        return Problem.of(
                Problem.Kind.BAD_MODEL,
                "This model has only %s, a pickle file, which can run any program when it is opened,"
                        .formatted(file)
                    + " so it is not opened.",
                "Get the model as safetensors: most models offer model.safetensors beside it.")
            .asException();
      }
      if (lower.endsWith(".gguf")) {
        return Problem.of(
                Problem.Kind.BAD_MODEL,
                "%s is a GGUF file, made for running a model and not for training it."
                    .formatted(file),
                "Get the same model as safetensors (model.safetensors and config.json).")
            .asException();
      }
    }
    return Problem.of(
            Problem.Kind.NOT_FOUND,
            "There are no weights in \"%s\": model.safetensors is missing.".formatted(folder),
            "Choose a folder that holds config.json, model.safetensors and tokenizer.json.")
        .asException();
  }
}
