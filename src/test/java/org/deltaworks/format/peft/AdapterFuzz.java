package org.deltaworks.format.peft;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever an adapter's files say, reading it ends in an adapter or in a problem. */
@Timeout(20)
class AdapterFuzz {
  private static final ForeignFile CONFIG = new ForeignFile(PeftReader.CONFIG);
  private static final ForeignFile NAMED = new ForeignFile(PeftReader.CONFIG);
  private static final BaseModel BASE = base();

  private final PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());

  @FuzzTest
  void config(byte @NotNull [] data) throws IOException {
    CONFIG.holds(
        data,
        file -> {
          PeftSettings settings = reader.settings(file.resolveSibling(""));
          for (LinearModule module : BASE.modules()) {
            settings.lora().adapts(module, BASE.decoder().modelType());
            settings.lora().scalingOf(module);
          }
        });
  }

  @FuzzTest
  void tensorName(byte @NotNull [] data) throws IOException {
    String name = "base_model.model." + new String(data, StandardCharsets.UTF_8);
    if (name.equals("__metadata__")) {
      return;
    }
    new SafetensorsWriter()
        .write(
            NAMED.folder().resolve(PeftReader.WEIGHTS),
            List.of(OutgoingTensor.of(name, List.of(1L), new float[1])));
    NAMED.holds(
        "{\"peft_type\": \"LORA\", \"r\": 1}".getBytes(StandardCharsets.UTF_8),
        file -> reader.read(file.resolveSibling(""), BASE));
  }

  private static BaseModel base() {
    return ModelFolder.ofKnownFamilies()
        .plan(
            "llama",
            Path.of(
                Objects.requireNonNull(
                        AdapterFuzz.class.getResource("/org/deltaworks/engine/reference/llama"))
                    .getPath()))
        .model();
  }
}
