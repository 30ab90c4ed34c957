package org.deltaworks.domain.adapters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An adapter of the catalog: a folder in PEFT's layout and this record; both appear together or not
 * at all.
 *
 * @param id key in the catalog
 * @param name what a person calls it, unique
 * @param folder where {@code adapter_config.json} and {@code adapter_model.safetensors} lie
 * @param created when it was published or imported
 * @param rank r of its configuration
 * @param alpha alpha of its configuration
 * @param targets its target modules in the command line's form
 * @param parameters numbers in it
 * @param bytes size of its weight file
 * @param lineage where it comes from
 * @param evaluationLoss mean held-out loss at its end, if there were held-out rows
 * @param notes free text
 * @param tags short labels, sorted
 * @param rating 0 (none) to 5
 */
public record Adapter(
    long id,
    String name,
    Path folder,
    Instant created,
    int rank,
    double alpha,
    String targets,
    long parameters,
    long bytes,
    Lineage lineage,
    Optional<Double> evaluationLoss,
    String notes,
    List<String> tags,
    int rating) {
  public Adapter {
    tags = List.copyOf(tags);
  }

  /**
   * Where an adapter comes from; hashes are lower-case hexadecimal sha256.
   *
   * @param baseModel name of its base; never an absolute path
   * @param baseSha256 hash over the base's weight files
   * @param run name of the run that made it; absent when imported
   * @param dataSha256 hash over the data files
   * @param tokenizerSha256 hash of {@code tokenizer.json}
   * @param templateSha256 hash of the chat template
   * @param engine name and version of the engine, such as {@code deltaworks 0.1.0, libtorch 2.7.1}
   */
  public record Lineage(
      String baseModel,
      Optional<String> baseSha256,
      Optional<String> run,
      Optional<String> dataSha256,
      Optional<String> tokenizerSha256,
      Optional<String> templateSha256,
      Optional<String> engine) {}
}
