package org.deltaworks.format.peft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeftRoundTripTest {
  private final PeftReader reader = new PeftReader(new SafetensorsReader(), new TensorNumbers());
  private final PeftWriter writer = new PeftWriter(new SafetensorsWriter());

  @Test
  void anAdapterOfPeftComesBackUnchanged(@TempDir Path folder) throws Exception {
    BaseModel base =
        ModelFolder.ofKnownFamilies().read(SharedData.at("models/stories260K-hf")).model();
    PeftAdapter adapter =
        reader.read(SharedData.at("golden/reference/stories260K-lora-final"), base);
    assertThat(adapter.pairs()).hasSize(35);
    assertThat(adapter.settings().lora().rank()).isEqualTo(8);
    assertThat(adapter.settings().baseModel()).contains("stories260K-hf");

    Path written = folder.resolve("copy");
    writer.write(
        written, adapter.settings().lora(), base, "/home/somebody/stories260K-hf", adapter.pairs());
    PeftAdapter again = reader.read(written, base);
    assertThat(writer.weightBytes(adapter.settings().lora(), base))
        .isEqualTo(Files.size(written.resolve(PeftReader.WEIGHTS)));

    assertThat(again.settings()).isEqualTo(adapter.settings());
    for (int i = 0; i < adapter.pairs().size(); i++) {
      assertThat(again.pairs().get(i).module()).isEqualTo(adapter.pairs().get(i).module());
      assertThat(again.pairs().get(i).a()).isEqualTo(adapter.pairs().get(i).a());
      assertThat(again.pairs().get(i).b()).isEqualTo(adapter.pairs().get(i).b());
    }
    assertThat(Files.readString(written.resolve("adapter_config.json")))
        .contains("\"inference_mode\" : true")
        .doesNotContain("/home");
  }

  @Test
  void anAdapterThatSomebodyElseTrainedIsReadAndRefusedForAnotherModel() {
    Path folder = SharedData.at("adapters/open-calm-1b-lora");
    assertThat(reader.settings(folder).lora().rank()).isEqualTo(1);
    assertThat(reader.header(folder).stored()).isNotEmpty();
    BaseModel base =
        ModelFolder.ofKnownFamilies().read(SharedData.at("models/stories260K-hf")).model();
    assertThatThrownBy(() -> reader.read(folder, base))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("does not belong to stories260K-hf")
        .hasMessageContaining("gpt_neox");
  }
}
