package org.deltaworks.format.peft;

import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;

/**
 * What {@code adapter_config.json} says.
 *
 * @param lora rank, scaling, targets
 * @param baseModel name or id of the base it was trained on, if it says so
 * @param revision revision of the base, if it says so
 */
public record PeftSettings(LoraSpec lora, Optional<String> baseModel, Optional<String> revision) {}
