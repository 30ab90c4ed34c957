package org.deltaworks.ui.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.junit.jupiter.api.Test;

class ShelfCostTest {
  private static Adapter adapter(String base, long bytes) {
    return new Adapter(
        1,
        "pirate",
        Path.of("pirate"),
        Instant.EPOCH,
        4,
        8,
        "all-linear",
        bytes / 4,
        bytes,
        new Adapter.Lineage(
            base,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        "",
        List.of(),
        0);
  }

  @Test
  void sixAdaptersAndSixCopies() {
    ShelfCost cost =
        ShelfCost.of(
                Collections.nCopies(6, adapter("polder", 450_000)), Map.of("polder", 11_000_000L))
            .orElseThrow();
    assertThat(cost.sentence())
        .isEqualTo(
            "These 6 adapters take together 2.7 MB. 6 fully trained copies of the base would take"
                + " 66 MB, 24 times as much.");
    assertThat(cost.share()).isBetween(0.040, 0.042);
  }

  @Test
  void oneAdapterIsOneCopy() {
    assertThat(
            ShelfCost.of(List.of(adapter("polder", 1000)), Map.of("polder", 1500L))
                .orElseThrow()
                .sentence())
        .isEqualTo(
            "This adapter takes 1 kB. A fully trained copy of the base would take 1.5 kB, 2 times"
                + " as much.");
  }

  @Test
  void adaptersWithoutTheirBaseAreNotCompared() {
    assertThat(ShelfCost.of(List.of(adapter("gone", 1000)), Map.of("polder", 1500L))).isEmpty();
  }
}
