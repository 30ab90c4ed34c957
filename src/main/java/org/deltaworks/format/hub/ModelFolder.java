package org.deltaworks.format.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFields;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;

/** Reads a model folder's headers into what the window shows and the engine maps. */
public final class ModelFolder {
  private final List<Family> families;
  private final WeightFiles weights;

  /** Knows these families. */
  public ModelFolder(List<Family> families, SafetensorsReader reader) {
    this.families = List.copyOf(families);
    this.weights = new WeightFiles(reader);
  }

  /** Knows every family that the engine computes. */
  public static ModelFolder ofKnownFamilies() {
    return new ModelFolder(
        List.of(
            new LlamaFamily(),
            new MistralFamily(),
            new Qwen2Family(),
            new Qwen3Family(),
            new Gpt2Family()),
        new SafetensorsReader());
  }

  /** Size of a model folder's tokenizer, 0 if it has none. */
  public static long tokenizerBytes(Path folder) {
    return folder.resolve("tokenizer.json").toFile().length();
  }

  /**
   * Reads a folder under its own name; no weight is touched.
   *
   * @throws ProblemException as {@link #read(String, Path)}
   */
  public ModelFiles read(Path folder) {
    return read(String.valueOf(folder.toAbsolutePath().normalize().getFileName()), folder);
  }

  /**
   * Reads a folder; no weight is touched.
   *
   * @param name the catalog's name for the model
   * @throws ProblemException if files are missing or broken, the family or one of its features is
   *     not supported, or the configuration fits no weights
   */
  public ModelFiles read(String name, Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    JsonFields config = config(place);
    Family family = family(config);
    refuseQuantised(config);
    DecoderSpec read = family.decoder(config);
    List<SafetensorsHeader> headers = weights.read(place);
    Map<String, Found> found = found(headers, family, read);
    DecoderSpec spec = new TiedHead(read).settle(found);
    ExpectedTensors expected = new ExpectedTensors(spec, family.biases(config, spec));
    Map<String, StoredTensor> tensors = new WeightsFit(spec, expected).check(found);
    ModelCard card = ModelCard.read(place);
    return new ModelFiles(
        new BaseModel(
            name,
            place,
            spec,
            expected.modules(),
            tensors.values().stream().mapToLong(StoredTensor::elements).sum(),
            headers.stream().mapToLong(SafetensorsHeader::size).sum(),
            mainType(tensors),
            card.license(),
            ChatTemplateFile.read(place)),
        tensors);
  }

  /**
   * Reads the configuration of a folder that need not have weights yet.
   *
   * @throws ProblemException if the configuration is missing, broken or not supported
   */
  public PlannedModel plan(String name, Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    JsonFields config = config(place);
    Family family = family(config);
    refuseQuantised(config);
    DecoderSpec spec = family.decoder(config);
    ExpectedTensors expected = new ExpectedTensors(spec, family.biases(config, spec));
    long parameters =
        expected.shapes().values().stream()
            .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
            .sum();
    BaseModel model =
        new BaseModel(
            name,
            place,
            spec,
            expected.modules(),
            parameters,
            0,
            StoredTensor.Type.F32.name(),
            ModelCard.read(place).license(),
            ChatTemplateFile.read(place));
    return PlannedModel.of(model, expected.shapes());
  }

  /** A tensor as a file has it. */
  record Found(SafetensorsHeader header, SafetensorsHeader.Entry entry) {}

  private static JsonFields config(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "There is no folder \"%s\".".formatted(folder),
              "Choose a folder that holds config.json, model.safetensors and tokenizer.json.")
          .asException();
    }
    if (!Files.exists(folder.resolve("config.json"))
        && Files.exists(folder.resolve("adapter_config.json"))) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "\"%s\" is an adapter, not a model.".formatted(folder),
              "Import it as an adapter, and choose the model that it was made for.")
          .asException();
    }
    return JsonFile.read(folder.resolve("config.json"), Problem.Kind.BAD_MODEL);
  }

  private Family family(JsonFields config) {
    String type =
        config
            .text("model_type")
            .orElseThrow(() -> config.wrong("model_type", "the name of a model family"));
    return families.stream()
        .filter(f -> f.modelType().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.BAD_MODEL,
                        "This is a \"%s\" model, a family that Deltaworks does not know."
                            .formatted(type),
                        "Choose a model of one of the families "
                            + families.stream()
                                .map(Family::modelType)
                                .collect(Collectors.joining(", "))
                            + ".")
                    .asException());
  }

  private static void refuseQuantised(JsonFields config) {
    if (config.has("quantization_config")) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "The weights of this model are quantised (%s), which cannot be trained from."
                  .formatted(
                      config
                          .object("quantization_config")
                          .flatMap(q -> q.text("quant_method"))
                          .orElse("see quantization_config")),
              "Get the original model in float16, bfloat16 or float32.")
          .asException();
    }
  }

  private static Map<String, Found> found(
      List<SafetensorsHeader> headers, Family family, DecoderSpec spec) {
    CanonicalNames names = new CanonicalNames(spec.names());
    Map<String, Found> found = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (SafetensorsHeader header : headers) {
      for (SafetensorsHeader.Entry entry : header.tensors()) {
        String name = names.of(entry.name());
        if (!family.ignores(name) && found.put(name, new Found(header, entry)) != null) {
          twice.add(name);
        }
      }
    }
    if (!twice.isEmpty()) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "\"%s\" is there twice in the weight files.".formatted(twice.getFirst()),
              "Download the model again, into an empty folder.")
          .asException();
    }
    return found;
  }

  private static String mainType(Map<String, StoredTensor> tensors) {
    Map<StoredTensor.Type, Long> bytes = new EnumMap<>(StoredTensor.Type.class);
    tensors.values().forEach(t -> bytes.merge(t.type(), t.bytes(), Long::sum));
    Optional<Map.Entry<StoredTensor.Type, Long>> most =
        bytes.entrySet().stream().max(Map.Entry.comparingByValue());
    return most.orElseThrow().getKey().name();
  }
}
