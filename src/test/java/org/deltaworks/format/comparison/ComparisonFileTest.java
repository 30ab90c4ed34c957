package org.deltaworks.format.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonFileTest {
  @TempDir private Path folder;

  private ComparisonFile file() {
    return new ComparisonFile(folder.resolve("why-lora.json"));
  }

  @Test
  void nothingWasComparedYet() {
    assertThat(file().load()).isEmpty();
  }

  @Test
  void whatWasSavedComesBack() {
    Arm first = Arm.all().getFirst();
    Arm last = Arm.all().getLast();
    Comparison half =
        Comparison.of("pirate", Instant.parse("2026-11-24T22:00:00Z"))
            .with(new Comparison.Baseline(0.025, 1.02))
            .with(
                new Entry(
                    first,
                    State.MEASURED,
                    Optional.of("why-lora-full"),
                    Optional.of(
                        new Comparison.Figures(
                            5_475_584, 5_475_584, 900.5, 41.2, 22_000_000, 0.975, 2.4)),
                    Optional.empty()))
            .with(
                new Entry(
                    last,
                    State.FAILED,
                    Optional.of("why-lora-lora-1"),
                    Optional.empty(),
                    Optional.of(
                        Problem.of(Problem.Kind.OUT_OF_MEMORY, "No memory.", "Close something."))));
    file().save(half);
    assertThat(file().load()).contains(half);
    assertThat(half.forgetting(half.entries().getFirst()).orElseThrow()).isBetween(1.37, 1.39);
    assertThat(half.over()).isFalse();
  }

  @Test
  void aDamagedFileIsToldAndCanBeReplaced() throws IOException {
    Files.writeString(folder.resolve("why-lora.json"), "{\"started\": \"yesterday\"}");
    assertThatThrownBy(() -> file().load())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be read");
    Comparison fresh = Comparison.of("pirate", Instant.EPOCH);
    file().save(fresh);
    assertThat(file().load()).contains(fresh);
  }
}
