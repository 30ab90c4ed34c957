package org.deltaworks.format.safetensors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever a weight file says about itself, reading it ends in numbers or in a problem. */
@Timeout(20)
class SafetensorsFuzz {
  private static final ForeignFile FILE = new ForeignFile("model.safetensors");

  @FuzzTest
  void weights(byte @NotNull [] data) throws IOException {
    FILE.holds(
        data,
        file -> {
          TensorNumbers numbers = new TensorNumbers();
          for (StoredTensor tensor : new SafetensorsReader().read(file).stored()) {
            numbers.read(tensor);
          }
        });
  }
}
