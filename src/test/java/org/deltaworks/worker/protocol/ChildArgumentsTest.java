package org.deltaworks.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildArgumentsTest {
  @Test
  void argumentsComeBackAsTheyWere() {
    ChildArguments train =
        new ChildArguments.Train(Path.of("/home of/it"), 7, 2, Instant.ofEpochMilli(123));
    ChildArguments answer = new ChildArguments.Answer(Path.of("/h"), Path.of("/t/s"), 0);
    assertThat(ChildArguments.parse(train.arguments())).isEqualTo(train);
    assertThat(ChildArguments.parse(answer.arguments())).isEqualTo(answer);
  }

  @Test
  void everyChildCarriesItsHome() {
    assertThat(new ChildArguments.Answer(Path.of("/h"), Path.of("/t/s"), 0).arguments())
        .containsSequence("--home", "/h");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> ChildArguments.parse(List.of("worker", "train")))
        .hasMessageContaining("--home");
  }
}
