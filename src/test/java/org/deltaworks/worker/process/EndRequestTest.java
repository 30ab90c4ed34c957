package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndRequestTest {
  private final AtomicInteger ended = new AtomicInteger();
  private final EndRequest request = new EndRequest(ended::incrementAndGet);

  @Test
  void endsAtOnceWhileThereIsNothingToSave() {
    request.make();
    assertThat(ended).hasValue(1);
  }

  @Test
  void letsATrainingComeToRest() {
    request.trainingBegins();
    assertThat(request.made()).isFalse();
    request.make();
    assertThat(ended).hasValue(0);
    assertThat(request.made()).isTrue();
  }
}
