package org.deltaworks.ui.home;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Figures;

/**
 * One way to train, as a line of the table.
 *
 * @param name of the way
 * @param state where it stands, in a word
 * @param problem why it failed; empty otherwise
 * @param cells trained numbers, memory, time, size, score and forgetting; a dash where not known
 * @param run name of its run, once begun
 * @param figures what the cells were written from
 * @param forgetting how much worse the base's own loss became
 */
record WhyLoraRow(
    String name,
    String state,
    String problem,
    List<String> cells,
    Optional<String> run,
    Optional<Comparison.Figures> figures,
    Optional<Double> forgetting) {
  /** What the cells are. */
  static final List<String> HEAD =
      List.of("Trained numbers", "Memory", "Time", "To keep", "Learnt", "Forgot");

  private static final String UNKNOWN = "–";
  private static final double MEBI = 1024 * 1024;

  WhyLoraRow {
    cells = List.copyOf(cells);
  }

  static List<WhyLoraRow> of(Comparison comparison) {
    return comparison.entries().stream().map(entry -> of(comparison, entry)).toList();
  }

  private static WhyLoraRow of(Comparison comparison, Entry entry) {
    Optional<Comparison.Figures> f = entry.figures();
    Optional<Double> forgetting = comparison.forgetting(entry);
    return new WhyLoraRow(
        entry.arm().label(),
        word(entry.state()),
        entry.problem().map(Problem::line).orElse(""),
        List.of(
            f.map(n -> trained(n.trainable(), n.total())).orElse(UNKNOWN),
            f.map(n -> Figures.bytes(n.peakMegabytes() * MEBI)).orElse(UNKNOWN),
            f.map(n -> Figures.duration(Duration.ofMillis(Math.round(n.seconds() * 1000))))
                .orElse(UNKNOWN),
            f.map(n -> Figures.bytes(n.bytes())).orElse(UNKNOWN),
            f.map(n -> percent(n.score())).orElse(UNKNOWN),
            forgetting.map(WhyLoraRow::signed).orElse(UNKNOWN)),
        entry.run(),
        f,
        forgetting);
  }

  /** {@code +0.42}: a loss that grew. */
  static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.2f", difference).replace("-", "−");
  }

  /** {@code 95 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String trained(long trainable, long total) {
    return "%s (%s)"
        .formatted(
            Figures.shortCount(trainable),
            Figures.share(total == 0 ? 0 : trainable / (double) total));
  }

  private static String word(Comparison.State state) {
    return switch (state) {
      case WAITING -> "Waiting";
      case TRAINING -> "Training";
      case MEASURING -> "Measuring";
      case MEASURED -> "Done";
      case FAILED -> "Failed";
      case STOPPED -> "Stopped";
    };
  }
}
