package org.deltaworks.format.hub;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever the small files of a model folder say, reading it ends in a model or in a problem. */
@Timeout(20)
class ModelFolderFuzz {
  private static final ForeignFile CONFIG = new ForeignFile("config.json");
  private static final ForeignFile INDEX = new ForeignFile(WeightFiles.INDEX);
  private static final ForeignFile GENERATION = new ForeignFile("generation_config.json");
  private static final ForeignFile TEMPLATE = new ForeignFile("tokenizer_config.json");

  @FuzzTest
  void config(byte @NotNull [] data) throws IOException {
    CONFIG.holds(data, file -> ModelFolder.ofKnownFamilies().plan("model", folder(file)));
  }

  @FuzzTest
  void index(byte @NotNull [] data) throws IOException {
    WeightFiles weights =
        new WeightFiles(new org.deltaworks.format.safetensors.SafetensorsReader());
    INDEX.holds(data, file -> weights.read(folder(file)));
  }

  @FuzzTest
  void ids(byte @NotNull [] data) throws IOException {
    GENERATION.holds(data, file -> GenerationIds.read(folder(file)));
  }

  @FuzzTest
  void templateField(byte @NotNull [] data) throws IOException {
    TEMPLATE.holds(data, file -> ChatTemplateFile.read(folder(file)));
  }

  private static Path folder(Path file) {
    return file.resolveSibling("");
  }
}
