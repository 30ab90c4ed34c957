package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** Notes down the boxes that it is asked to draw. */
final class BoxPen implements Pen {
  record Box(double x, double y, double width, double height) {}

  final List<Box> boxes = new ArrayList<>();
  int lines;

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    boxes.add(new Box(x, y, width, height));
  }

  @Override
  public void line(
      double[] xs, double[] ys, int count, Color colour, double width, List<Double> dashes) {
    lines++;
  }

  @Override
  public void disc(double x, double y, double radius, Color fill, Color rim) {}

  @Override
  public void flag(double x, double y, Color colour) {}

  @Override
  public void text(String text, double x, double y, int anchor, Color colour, boolean strong) {}

  @Override
  public void clip(double x, double y, double width, double height) {}

  @Override
  public void unclip() {}
}
