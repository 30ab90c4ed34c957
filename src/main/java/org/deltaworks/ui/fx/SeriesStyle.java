package org.deltaworks.ui.fx;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * How a series is told from the others: a colour safe for colour-blind readers and a dash pattern,
 * so that colour never speaks alone. A run keeps its style everywhere. Colours: Okabe and Ito,
 * "Color Universal Design" (2008), with a lighter shade for dark pages where contrast asks for it.
 */
public enum SeriesStyle {
  BLUE("#0072b2", "#4aa3df"),
  VERMILLION("#d55e00", "#f0803c", 8, 4),
  GREEN("#009e73", "#2fbf96", 2, 4),
  PURPLE("#b0558a", "#d993bd", 12, 4, 2, 4),
  ORANGE("#b87a00", "#e69f00", 5, 3),
  SKY("#2b8cc4", "#56b4e9", 12, 5),
  GREY("#6b6b6b", "#b4b4b4", 2, 2);

  private final Color light;
  private final Color dark;
  private final List<Double> dashes;

  SeriesStyle(String light, String dark, double... dashes) {
    this.light = Color.web(light);
    this.dark = Color.web(dark);
    this.dashes = java.util.Arrays.stream(dashes).boxed().toList();
  }

  /** The style that a run (or whatever has this number) keeps. */
  public static SeriesStyle of(long number) {
    return values()[(int) Math.floorMod(number, (long) values().length)];
  }

  /** The colour on a light or a dark page. */
  public Color colour(boolean darkPage) {
    return darkPage ? dark : light;
  }

  /** Lengths of strokes and gaps in pixels; empty for a solid line. */
  public List<Double> dashes() {
    return dashes;
  }

  /** Style class that sets {@code -dw-series} to the colour of the page's theme. */
  public String styleClass() {
    return "dw-series-" + name().toLowerCase(java.util.Locale.ROOT);
  }
}
