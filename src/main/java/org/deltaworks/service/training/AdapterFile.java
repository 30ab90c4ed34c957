package org.deltaworks.service.training;

import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.format.peft.ResultFile;

/** The file that an adapter will be, known from shapes alone. Reads and writes nothing. */
public final class AdapterFile {
  private AdapterFile() {}

  /** Its exact size, as the program that writes it counts. */
  public static long bytes(BaseModel base, LoraSpec lora) {
    return ResultFile.bytes(base, Optional.of(lora));
  }
}
