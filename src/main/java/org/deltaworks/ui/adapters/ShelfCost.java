package org.deltaworks.ui.adapters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.ui.fx.Figures;

/**
 * What the adapters take together, and what as many fully fine-tuned copies of their bases would:
 * the reason LoRA exists (arXiv 2106.09685, section 1).
 *
 * @param adapters how many there are whose base is here too
 * @param bytes their weight files together
 * @param copies weight files of one copy of the base for each of them, as large as the base is now
 */
record ShelfCost(int adapters, long bytes, long copies) {
  /** Of the adapters whose base is known; empty if there is none. */
  static Optional<ShelfCost> of(List<Adapter> all, Map<String, Long> baseBytes) {
    List<Adapter> known =
        all.stream().filter(a -> baseBytes.containsKey(a.lineage().baseModel())).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ShelfCost(
                known.size(),
                known.stream().mapToLong(Adapter::bytes).sum(),
                known.stream()
                    .mapToLong(a -> baseBytes.getOrDefault(a.lineage().baseModel(), 0L))
                    .sum()));
  }

  /** One plain sentence. */
  String sentence() {
    boolean one = adapters == 1;
    return "%s %s. %s of the base would take %s%s."
        .formatted(
            one
                ? "This adapter takes"
                : "These " + Figures.count(adapters) + " adapters take together",
            Figures.bytes(bytes),
            one
                ? "A fully trained copy"
                : capital(Figures.count(adapters)) + " fully trained copies",
            Figures.bytes(copies),
            times());
  }

  /** Size of the adapters as a share of the copies, 0 to 1. */
  double share() {
    return copies == 0 ? 1 : Math.min(1, bytes / (double) copies);
  }

  private String times() {
    long times = bytes == 0 ? 0 : Math.round(copies / (double) bytes);
    return times < 2 ? "" : String.format(Locale.ROOT, ", %,d times as much", times);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
