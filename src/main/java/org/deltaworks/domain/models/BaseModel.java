package org.deltaworks.domain.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A base model as a person sees it: read from its folder's headers alone, no weight touched.
 *
 * @param name the catalog's name for it
 * @param folder where its files lie, in Hugging Face layout
 * @param decoder what it looks like
 * @param modules every linear layer that LoRA can adapt, in the model's order; the output head is
 *     not among them
 * @param parameters how many numbers it has, a tied matrix counted once
 * @param bytes size of its weight files
 * @param storedType type its weights are stored in: {@code F32}, {@code F16} or {@code BF16}
 * @param license what its model card says, if anything
 * @param chatTemplate the Jinja text of its chat template, if it has one
 */
public record BaseModel(
    String name,
    Path folder,
    DecoderSpec decoder,
    List<LinearModule> modules,
    long parameters,
    long bytes,
    String storedType,
    Optional<String> license,
    Optional<String> chatTemplate) {
  public BaseModel {
    modules = List.copyOf(modules);
  }
}
