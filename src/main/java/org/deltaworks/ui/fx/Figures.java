package org.deltaworks.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers rounded for people; the exact ones belong into a tooltip ({@link #exact}). Two figures
 * that matter, a space before the unit.
 */
public final class Figures {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private Figures() {}

  /** {@code 950}, {@code 12.3 thousand}, {@code 1.2 million}, {@code 7.6 billion}. */
  public static String count(long number) {
    if (Math.abs(number) < 10_000) {
      return exact(number);
    }
    if (Math.abs(number) < 999_500) {
      return scaled(number / 1e3) + " thousand";
    }
    if (Math.abs(number) < 999_500_000) {
      return scaled(number / 1e6) + " million";
    }
    return scaled(number / 1e9) + " billion";
  }

  /** {@code 950}, {@code 12.3 K}, {@code 1.2 M}, {@code 7.6 B}: for narrow places. */
  public static String shortCount(long number) {
    return count(number)
        .replace(" thousand", " K")
        .replace(" million", " M")
        .replace(" billion", " B");
  }

  /** {@code 1,228,800}. */
  public static String exact(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 0.9 %} of a share between 0 and 1. */
  public static String share(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.01) {
      return "less than 0.01 %";
    }
    String format = percent >= 10 ? "%.0f %%" : percent >= 0.095 ? "%.1f %%" : "%.2f %%";
    return String.format(Locale.ROOT, format, percent);
  }

  /** {@code 1.2 million of 135 million numbers (0.9 %)}. */
  public static String trained(long trainable, long total) {
    return "%s of %s numbers (%s)"
        .formatted(
            count(trainable), count(total), share(total == 0 ? 0 : trainable / (double) total));
  }

  /** {@code 812 bytes}, {@code 4.7 MB}, {@code 1.4 GB}: a thousand bytes to the kB. */
  public static String bytes(double bytes) {
    if (bytes < 1000) {
      return Math.round(bytes) + (Math.round(bytes) == 1 ? " byte" : " bytes");
    }
    if (bytes < 999_500) {
      return scaled(bytes / 1e3) + " kB";
    }
    if (bytes < 999_500_000) {
      return scaled(bytes / 1e6) + " MB";
    }
    return scaled(bytes / 1e9) + " GB";
  }

  /** {@code 4 s}, {@code 1 min 50 s}, {@code 2 h 5 min}, {@code 3 days 4 h}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return pair(seconds / 60, " min", seconds % 60, " s");
    }
    if (seconds < 86_400) {
      return pair(seconds / 3600, " h", seconds % 3600 / 60, " min");
    }
    return pair(
        seconds / 86_400, seconds < 172_800 ? " day" : " days", seconds % 86_400 / 3600, " h");
  }

  /** {@code 0.413}, {@code 2.07}, {@code 12.5}: three figures that matter. */
  public static String loss(double loss) {
    if (!Double.isFinite(loss)) {
      return "not a number";
    }
    double size = Math.abs(loss);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, loss);
  }

  /** {@code 1.8e-4}, {@code 0.01}: a learning rate. */
  public static String rate(double rate) {
    if (rate == 0) {
      return "0";
    }
    if (Math.abs(rate) >= 0.001) {
      return trimmed(String.format(Locale.ROOT, "%.4f", rate));
    }
    String[] parts = String.format(Locale.ROOT, "%.1e", rate).split("e", -1);
    return trimmed(parts[0]) + "e" + Integer.parseInt(parts[1]);
  }

  /** {@code just now}, {@code 5 min ago}, {@code 3 h ago}, {@code 4 May 2026}. */
  public static String ago(Instant then, Instant now) {
    Duration since = Duration.between(then, now);
    if (since.toSeconds() < 60) {
      return "just now";
    }
    if (since.toMinutes() < 60) {
      return since.toMinutes() + " min ago";
    }
    if (since.toHours() < 24) {
      return since.toHours() + " h ago";
    }
    return DAY.format(LocalDate.ofInstant(then, ZoneId.systemDefault()));
  }

  /** {@code 14:05} in the machine's time zone. */
  public static String clock(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  /** {@code one adapter}, {@code 6 adapters}: a counted thing; the plural adds an s. */
  public static String counted(long number, String thing) {
    return number == 1 ? "one " + thing : (number == 0 ? "no" : count(number)) + " " + thing + "s";
  }

  private static String pair(long large, String largeUnit, long small, String smallUnit) {
    return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
  }

  private static String scaled(double value) {
    return trimmed(String.format(Locale.ROOT, Math.abs(value) >= 99.95 ? "%.0f" : "%.1f", value));
  }

  private static String trimmed(String decimal) {
    return decimal.contains(".") ? decimal.replaceAll("\\.?0+$", "") : decimal;
  }
}
