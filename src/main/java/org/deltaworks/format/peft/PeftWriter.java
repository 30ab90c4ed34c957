package org.deltaworks.format.peft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.AtomicFiles;

/** Writes adapters that PEFT, and what reads PEFT's files, load. */
public final class PeftWriter {
  private final SafetensorsWriter safetensors;

  /** Writes weights through this. */
  public PeftWriter(SafetensorsWriter safetensors) {
    this.safetensors = safetensors;
  }

  /**
   * Writes a folder that appears whole or not at all.
   *
   * @param baseModel id or name of the base; of a path only the last part is written, since another
   *     machine has no use for the rest
   * @throws org.deltaworks.domain.problem.ProblemException if the folder is there already and not
   *     empty, the disk is full, or it cannot be written to
   */
  public void write(
      Path folder, LoraSpec lora, BaseModel base, String baseModel, List<LoraPair> pairs) {
    AtomicFiles.createFolder(folder, into -> writePlain(into, lora, base, baseModel, pairs));
  }

  /** Writes into a folder that itself is still under a temporary name, as a checkpoint's is. */
  public void writePlain(
      Path folder, LoraSpec lora, BaseModel base, String baseModel, List<LoraPair> pairs)
      throws IOException {
    List<OutgoingTensor> tensors = new ArrayList<>();
    for (LoraPair pair : pairs) {
      Matrices stored = new Matrices(pair.module(), pair.rank(), pair.in(), pair.out());
      tensors.add(OutgoingTensor.of(stored.nameOfA(), stored.shapeOfA(), pair.a()));
      tensors.add(OutgoingTensor.of(stored.nameOfB(), stored.shapeOfB(), pair.b()));
    }
    safetensors.writePlain(folder.resolve(PeftReader.WEIGHTS), tensors);
    Files.writeString(
        folder.resolve(PeftReader.CONFIG), JsonFile.text(config(lora, base, baseModel)));
  }

  /** How many bytes the file of such an adapter's weights will have, before it is trained. */
  public long weightBytes(LoraSpec lora, BaseModel base) {
    List<OutgoingTensor> tensors = new ArrayList<>();
    for (LinearModule module : base.modules()) {
      if (lora.adapts(module, base.decoder().modelType())) {
        Matrices stored =
            new Matrices(module.path(), lora.rankOf(module), module.in(), module.out());
        tensors.add(OutgoingTensor.planned(stored.nameOfA(), stored.shapeOfA()));
        tensors.add(OutgoingTensor.planned(stored.nameOfB(), stored.shapeOfB()));
      }
    }
    return safetensors.size(tensors);
  }

  /** How the two matrices of a module are called and shaped in the file. */
  private record Matrices(String module, int rank, int in, int out) {
    String nameOfA() {
      return PeftReader.PREFIX + module + PeftReader.A;
    }

    String nameOfB() {
      return PeftReader.PREFIX + module + PeftReader.B;
    }

    List<Long> shapeOfA() {
      return List.of((long) rank, (long) in);
    }

    List<Long> shapeOfB() {
      return List.of((long) out, (long) rank);
    }
  }

  /**
   * The configuration: few keys, because older PEFT warns about those it does not know. Keys are
   * sorted, as PEFT's own files are.
   */
  static ObjectNode config(LoraSpec lora, BaseModel base, String baseModel) {
    ObjectNode config = JsonFile.newObject();
    put(config.putObject("alpha_pattern"), lora.alphaPattern());
    config.put("base_model_name_or_path", withoutPath(baseModel));
    config.put("bias", "none");
    config.put("fan_in_fan_out", base.decoder().names().inputFirst());
    config.put("inference_mode", true);
    config.put("init_lora_weights", true);
    config.putNull("layers_pattern");
    putLayers(config, lora);
    putWholeIfWhole(config, "lora_alpha", lora.alpha());
    config.put("lora_dropout", lora.dropout());
    config.putNull("modules_to_save");
    config.put("peft_type", "LORA");
    config.put("r", lora.rank());
    ObjectNode ranks = config.putObject("rank_pattern");
    lora.rankPattern().forEach(ranks::put);
    config.putNull("revision");
    putTargets(config, lora, base);
    config.put("task_type", "CAUSAL_LM");
    config.put("use_dora", false);
    config.put("use_rslora", lora.rankStabilised());
    return config;
  }

  private static void put(ObjectNode node, Map<String, Double> numbers) {
    numbers.forEach((key, value) -> putWholeIfWhole(node, key, value));
  }

  /** PEFT declares alpha an int; only a fraction is written as one. */
  private static void putWholeIfWhole(ObjectNode node, String key, double value) {
    if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
      node.put(key, (int) value);
    } else {
      node.put(key, value);
    }
  }

  private static void putLayers(ObjectNode config, LoraSpec lora) {
    Optional<ArrayNode> layers =
        lora.layers()
            .filter(chosen -> !listed(lora))
            .map(chosen -> config.putArray("layers_to_transform"));
    if (layers.isEmpty()) {
      config.putNull("layers_to_transform");
    } else {
      lora.layers().orElseThrow().stream().sorted().forEach(layers.get()::add);
    }
  }

  /** PEFT allows chosen layers with a list only, so an expression becomes a list of full paths. */
  private static boolean listed(LoraSpec lora) {
    return lora.layers().isPresent() && lora.targets() instanceof TargetModules.Expression;
  }

  private static void putTargets(ObjectNode config, LoraSpec lora, BaseModel base) {
    String key = "target_modules";
    String modelType = base.decoder().modelType();
    if (lora.targets() instanceof TargetModules.Expression expression && !listed(lora)) {
      config.put(key, expression.pattern().pattern());
      return;
    }
    List<String> names =
        switch (lora.targets()) {
          case TargetModules.Names list -> list.names();
          case TargetModules.Expression ignored ->
              base.modules().stream()
                  .filter(m -> lora.adapts(m, modelType))
                  .map(LinearModule::path)
                  .toList();
          // Other programs know neither "all-linear" nor defaults: the names are written out.
          case TargetModules.AllLinear all -> lastNames(all, base);
          case TargetModules.Default usual -> lastNames(usual, base);
        };
    ArrayNode targets = config.putArray(key);
    names.stream().distinct().sorted().forEach(targets::add);
  }

  private static List<String> lastNames(TargetModules targets, BaseModel base) {
    return targets.among(base.modules(), base.decoder().modelType()).stream()
        .map(LinearModule::name)
        .toList();
  }

  /** An id such as {@code owner/name} stays; a path of this machine keeps its last part. */
  static String withoutPath(String baseModel) {
    boolean path =
        baseModel.startsWith("/")
            || baseModel.startsWith("~")
            || baseModel.startsWith(".")
            || baseModel.indexOf('\\') >= 0
            || baseModel.matches("^[A-Za-z]:.*");
    if (!path) {
      return baseModel;
    }
    String trimmed = baseModel.replaceAll("[/\\\\]+$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
  }
}
