package org.deltaworks.format.peft;

import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.format.safetensors.SafetensorsWriter;

/** The weights that a run will publish, known from shapes alone. Reads and writes nothing. */
public final class ResultFile {
  private ResultFile() {}

  /**
   * Its size in bytes: exact for an adapter, as the program that writes it counts; the numbers
   * alone for a whole model.
   *
   * @param lora the adapter that is trained; absent where weights of the base are
   */
  public static long bytes(BaseModel base, Optional<LoraSpec> lora) {
    return lora.map(spec -> new PeftWriter(new SafetensorsWriter()).weightBytes(spec, base))
        .orElse(Float.BYTES * base.parameters());
  }
}
