package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.scene.paint.Color;

/** What a chart is drawn with: the screen's canvas or a file. */
interface Pen {
  /** A filled box. */
  void box(double x, double y, double width, double height, Color colour);

  /** A line through the first {@code count} points; dashes may be empty. */
  void line(double[] xs, double[] ys, int count, Color colour, double width, List<Double> dashes);

  /** A filled disc with a rim. */
  void disc(double x, double y, double radius, Color fill, Color rim);

  /** A small flag on a pole: base at the point given. */
  void flag(double x, double y, Color colour);

  /** One line of text; {@code anchor} -1 begins at x, 0 is centred on it, 1 ends there. */
  void text(String text, double x, double y, int anchor, Color colour, boolean strong);

  /** Everything until {@link #unclip} stays inside this box. */
  void clip(double x, double y, double width, double height);

  /** Ends the clipping. */
  void unclip();
}
