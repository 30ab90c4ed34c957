package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.platform.FileTree;
import org.jspecify.annotations.Nullable;

/** Configurations with a byte changed or cut are read, or told about, and never anything else. */
class DamagedConfigTest {
  private static final String ADAPTER =
      """
      {"peft_type": "LORA", "r": 8, "lora_alpha": 16, "target_modules": ["q_proj", "v_proj"],
       "rank_pattern": {"0.q_proj": 4}, "layers_to_transform": [0, 1], "bias": "none"}
      """;

  private static @Nullable Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("damaged");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    FileTree.delete(Objects.requireNonNull(folder));
  }

  @Property(tries = 500)
  void aModelsConfiguration(
      @ForAll boolean second,
      @ForAll @IntRange(max = 400) int place,
      @ForAll byte value,
      @ForAll boolean cut)
      throws IOException {
    String config = second ? TinyModel.GPT2 : TinyModel.LLAMA;
    write("config.json", damaged(config, place, value, cut));
    told(() -> ModelFolder.ofKnownFamilies().plan("damaged", Objects.requireNonNull(folder)));
  }

  @Property(tries = 500)
  void anAdaptersSettings(
      @ForAll @IntRange(max = 250) int place, @ForAll byte value, @ForAll boolean cut)
      throws IOException {
    write("adapter_config.json", damaged(ADAPTER, place, value, cut));
    PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());
    told(() -> reader.settings(Objects.requireNonNull(folder)));
  }

  private static void told(Runnable reading) {
    try {
      reading.run();
    } catch (ProblemException e) {
      assertThat(e.problem().remedy()).isNotBlank();
    }
  }

  private static byte[] damaged(String text, int place, byte value, boolean cut) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = place % bytes.length;
    if (cut) {
      return Arrays.copyOf(bytes, at);
    }
    bytes[at] = value;
    return bytes;
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Files.write(Objects.requireNonNull(folder).resolve(name), bytes);
  }
}
