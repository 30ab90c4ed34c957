package org.deltaworks.format.peft;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * Reads {@code adapter_config.json} and {@code adapter_model.safetensors}. Names on disk are {@code
 * base_model.model.<module>.lora_A.weight} (rank, in) and {@code ….lora_B.weight} (out, rank).
 */
public final class PeftReader {
  static final String CONFIG = "adapter_config.json";
  static final String WEIGHTS = "adapter_model.safetensors";
  static final String PREFIX = "base_model.model.";
  static final String A = ".lora_A.weight";
  static final String B = ".lora_B.weight";

  private final SafetensorsReader safetensors;
  private final TensorNumbers numbers;

  /** Reads through these. */
  public PeftReader(SafetensorsReader safetensors, TensorNumbers numbers) {
    this.safetensors = safetensors;
    this.numbers = numbers;
  }

  /**
   * Reads the configuration alone.
   *
   * @throws ProblemException if it is missing, broken, or of an adapter that is no plain LoRA
   */
  public PeftSettings settings(Path folder) {
    return new SettingsReader(JsonFile.read(folder.resolve(CONFIG), Problem.Kind.BAD_ADAPTER))
        .read();
  }

  /**
   * Reads an adapter for a base model.
   *
   * @throws ProblemException also if the weights are missing, or matrices fit no module of the base
   */
  public PeftAdapter read(Path folder, BaseModel base) {
    SettingsReader reader =
        new SettingsReader(JsonFile.read(folder.resolve(CONFIG), Problem.Kind.BAD_ADAPTER));
    PeftSettings settings = reader.read();
    Map<String, Halves> halves = halves(header(folder));
    List<LinearModule> adapted =
        base.modules().stream().filter(m -> halves.containsKey(m.path())).toList();
    refuseStrangers(halves, base);
    LoraSpec lora =
        reader.targetsNeedTheFile() ? withExactTargets(settings.lora(), adapted) : settings.lora();
    refuseMissing(lora, halves, base);
    List<LoraPair> pairs = new ArrayList<>();
    for (LinearModule module : adapted) {
      pairs.add(pair(module, lora, halves.get(module.path()), base));
    }
    return new PeftAdapter(
        new PeftSettings(lora, settings.baseModel(), settings.revision()), pairs);
  }

  /** How many numbers an adapter holds and how large its file is, without a base to fit it to. */
  public SafetensorsHeader header(Path folder) {
    Path weights = folder.resolve(WEIGHTS);
    if (!Files.exists(weights) && Files.exists(folder.resolve("adapter_model.bin"))) {
      return safetensors.read(folder.resolve("adapter_model.bin"));
    }
    return safetensors.read(weights);
  }

  /** The two halves of a pair as they are found. */
  private record Halves(Optional<StoredTensor> a, Optional<StoredTensor> b) {
    Halves with(Halves other) {
      return new Halves(a.or(other::a), b.or(other::b));
    }
  }

  private static Map<String, Halves> halves(SafetensorsHeader header) {
    Map<String, Halves> halves = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.tensors()) {
      String name = entry.name();
      boolean first = name.endsWith(A);
      int end = name.length() - A.length();
      if (!name.startsWith(PREFIX) || !(first || name.endsWith(B)) || end < PREFIX.length()) {
        throw strange(name);
      }
      String module = name.substring(PREFIX.length(), end);
      StoredTensor tensor =
          header
              .stored(entry, name)
              .orElseThrow(() -> bad("\"%s\" is stored as %s".formatted(name, entry.type())));
      halves.merge(
          module,
          first
              ? new Halves(Optional.of(tensor), Optional.empty())
              : new Halves(Optional.empty(), Optional.of(tensor)),
          Halves::with);
    }
    if (halves.isEmpty()) {
      throw bad("it holds no matrices at all");
    }
    return halves;
  }

  private static ProblemException strange(String name) {
    if (name.contains("lora_magnitude_vector")) {
      return SettingsReader.refused("This adapter uses DoRA");
    }
    if (name.contains("lora_embedding_")
        || name.contains("embed_tokens")
        || name.contains("lm_head")) {
      return SettingsReader.refused(
          "This adapter changes the embedding or the output head (\"%s\")".formatted(name));
    }
    return bad("\"%s\" is no matrix of LoRA".formatted(name));
  }

  private static void refuseStrangers(Map<String, Halves> halves, BaseModel base) {
    for (String module : halves.keySet()) {
      if (base.modules().stream().noneMatch(m -> m.path().equals(module))) {
        if (module.equals(base.decoder().names().head())) {
          throw strange(PREFIX + module + A);
        }
        throw Problem.of(
                Problem.Kind.BAD_ADAPTER,
                "This adapter does not belong to %s: it changes \"%s\", which the model does not have."
                    .formatted(base.name(), module),
                "Choose the model that the adapter was trained on.")
            .asException();
      }
    }
  }

  private static LoraSpec withExactTargets(LoraSpec lora, List<LinearModule> adapted) {
    return new LoraSpec(
        lora.rank(),
        lora.alpha(),
        lora.dropout(),
        new TargetModules.Names(adapted.stream().map(LinearModule::path).toList()),
        lora.rankPattern(),
        lora.alphaPattern(),
        Optional.empty(),
        lora.rankStabilised());
  }

  private static void refuseMissing(LoraSpec lora, Map<String, Halves> halves, BaseModel base) {
    for (LinearModule module : base.modules()) {
      boolean wanted = lora.adapts(module, base.decoder().modelType());
      boolean there = halves.containsKey(module.path());
      if (wanted && !there) {
        throw Problem.of(
                Problem.Kind.BAD_ADAPTER,
                "This adapter does not fit %s: %s names the module \"%s\", but there are no matrices for it."
                    .formatted(base.name(), CONFIG, module.path()),
                "Choose the model that the adapter was trained on, or get the adapter again.")
            .asException();
      }
      if (there && !wanted) {
        throw bad(
            "there are matrices for \"%s\", a module that %s does not name"
                .formatted(module.path(), CONFIG));
      }
    }
  }

  private LoraPair pair(
      LinearModule module,
      LoraSpec lora,
      @org.jspecify.annotations.Nullable Halves halves,
      BaseModel base) {
    if (halves == null || halves.a().isEmpty() || halves.b().isEmpty()) {
      throw bad("\"%s\" has only one of its two matrices".formatted(module.path()));
    }
    StoredTensor a = halves.a().get();
    StoredTensor b = halves.b().get();
    int rank = lora.rankOf(module);
    if (!a.shape().equals(List.of((long) rank, (long) module.in()))
        || !b.shape().equals(List.of((long) module.out(), (long) rank))) {
      throw Problem.of(
              Problem.Kind.BAD_ADAPTER,
              "The matrices for \"%s\" are %s and %s, but rank %d on %s needs [%d, %d] and [%d, %d]."
                  .formatted(
                      module.path(),
                      a.shape(),
                      b.shape(),
                      rank,
                      base.name(),
                      rank,
                      module.in(),
                      module.out(),
                      rank),
              "Choose the model that the adapter was trained on, or get the adapter again.")
          .asException();
    }
    return new LoraPair(
        module.path(), rank, module.in(), module.out(), numbers.read(a), numbers.read(b));
  }

  private static ProblemException bad(String what) {
    return Problem.of(
            Problem.Kind.BAD_ADAPTER,
            "The adapter is broken: " + what + ".",
            "Get the adapter again from where it came from.")
        .asException();
  }
}
