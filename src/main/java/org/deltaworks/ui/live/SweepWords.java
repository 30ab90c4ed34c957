package org.deltaworks.ui.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Figures;

/** How sweeps are told in words, the same on every screen. */
public final class SweepWords {
  private SweepWords() {}

  /** What a sweep compares by, for a sentence. */
  public static String metric(SweepMetric metric) {
    return switch (metric) {
      case HELD_OUT -> "held-out loss";
      case LOSS -> "loss";
    };
  }

  /** The value of a setting as people read it: modules by their letters. */
  public static String value(Setting setting, String text) {
    if (setting != Setting.TARGET_MODULES) {
      return text;
    }
    if (text.isBlank()) {
      return "the usual ones";
    }
    return text.equals("all-linear")
        ? "all"
        : Arrays.stream(text.split(",", -1))
            .map(name -> name.strip().replaceAll("_proj$", ""))
            .collect(Collectors.joining(", "));
  }

  /** {@code rank 8, learning rate 2e-3}: what makes a run of a sweep different from the others. */
  public static String settings(SweepOverview overview, SweepOverview.Point point) {
    return overview.sweep().varied().stream()
        .map(s -> setting(s, point.value(s)))
        .collect(Collectors.joining(", "));
  }

  /** {@code rank 8}, {@code all modules}: one setting with its value. */
  public static String setting(Setting setting, String text) {
    String value = value(setting, text);
    return setting == Setting.TARGET_MODULES && value.equals("all")
        ? "all modules"
        : setting.label().toLowerCase(Locale.ROOT) + " " + value;
  }

  /** {@code rank, learning rate and modules}. */
  public static String varied(SweepOverview overview) {
    List<String> all =
        overview.sweep().varied().stream().map(s -> s.label().toLowerCase(Locale.ROOT)).toList();
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
  }

  /** How many have ended, and how: {@code 5 of 9 trainings have ended, one failed; one paused.} */
  public static String progress(SweepOverview overview) {
    int all = overview.points().size();
    long ended = overview.ended();
    List<String> others = new ArrayList<>();
    count(others, overview.count(RunState.FAILED), "failed");
    count(others, overview.count(RunState.STOPPED), "stopped");
    String how = others.isEmpty() ? "" : ", " + String.join(", ", others);
    long paused = overview.count(RunState.PAUSED);
    if (all == 1) {
      return ended == 1
          ? "Its one training has ended" + how + "."
          : paused == 1 ? "Its one training is paused." : "Its one training goes on.";
    }
    return overview.over()
        ? "All %d trainings have ended%s.".formatted(all, how)
        : "%d of %d trainings have ended%s%s.".formatted(ended, all, how, resting(paused));
  }

  private static String resting(long paused) {
    return paused == 0 ? "" : paused == 1 ? "; one is paused" : "; %d are paused".formatted(paused);
  }

  private static void count(List<String> words, long number, String what) {
    if (number > 0) {
      words.add((number == 1 ? "one" : Long.toString(number)) + " " + what);
    }
  }

  /** The best so far and by how much; or that nobody can say yet. */
  public static String best(SweepOverview overview) {
    Optional<SweepOverview.Point> best = overview.best();
    if (best.isEmpty()) {
      return overview.over() ? "None of them can be compared." : "None can be compared yet.";
    }
    return "%s: %s, with a %s of %s."
        .formatted(
            overview.over() ? "Best" : "Best so far",
            settings(overview, best.get()),
            metric(overview.sweep().metric()),
            Figures.loss(best.get().metric().getAsDouble()));
  }

  /** How much lower the best is than the next; empty where there is no next. */
  public static Optional<String> lead(SweepOverview overview) {
    List<Double> sorted =
        overview.points().stream()
            .filter(point -> point.metric().isPresent())
            .filter(point -> point.run().state() != RunState.FAILED)
            .map(point -> point.metric().getAsDouble())
            .sorted()
            .toList();
    if (sorted.size() < 2 || sorted.getFirst() <= 0) {
      return Optional.empty();
    }
    double share = 1 - sorted.getFirst() / sorted.get(1);
    return Optional.of(
        share < 0.005
            ? "The next best is hardly behind."
            : "That is %s lower than the next best.".formatted(Figures.share(share)));
  }

  /** {@code about 12 min left}, from what the others took; empty while nobody can say. */
  public static Optional<String> timeLeft(SweepOverview overview) {
    double[] took =
        overview.points().stream()
            .filter(point -> point.run().state() == RunState.FINISHED)
            .mapToDouble(SweepWords::whole)
            .toArray();
    double done =
        overview.points().stream()
            .filter(point -> point.run().state() == RunState.RUNNING)
            .mapToDouble(SweepOverview.Point::seconds)
            .sum();
    long left = overview.count(RunState.QUEUED) + overview.count(RunState.RUNNING);
    if (took.length == 0 || left == 0) {
      return Optional.empty();
    }
    double seconds = Arrays.stream(took).average().orElse(0) * left - done;
    long minutes = Math.round(seconds / 60);
    return Optional.of(
        minutes < 1
            ? "less than a minute left"
            : "about " + Figures.duration(Duration.ofMinutes(minutes)) + " left");
  }

  /** From start to end; of a run of an older version only the steps are known. */
  private static double whole(SweepOverview.Point point) {
    return Math.max(point.seconds(), point.run().facts().taken().seconds());
  }
}
