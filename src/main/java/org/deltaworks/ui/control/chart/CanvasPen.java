package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws on the screen. */
final class CanvasPen implements Pen {
  private static final Font PLAIN = Font.font(11);
  private static final Font STRONG = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11);

  private final GraphicsContext g;

  CanvasPen(GraphicsContext g) {
    this.g = g;
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    g.setFill(colour);
    g.fillRect(x, y, width, height);
  }

  @Override
  public void line(
      double[] xs, double[] ys, int count, Color colour, double width, List<Double> dashes) {
    g.setStroke(colour);
    g.setLineWidth(width);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineDashes(dashes.stream().mapToDouble(Double::doubleValue).toArray());
    g.strokePolyline(xs, ys, count);
    g.setLineDashes();
  }

  @Override
  public void disc(double x, double y, double radius, Color fill, Color rim) {
    g.setFill(fill);
    g.fillOval(x - radius, y - radius, radius * 2, radius * 2);
    g.setStroke(rim);
    g.setLineWidth(1.5);
    g.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
  }

  @Override
  public void flag(double x, double y, Color colour) {
    g.setFill(colour);
    g.fillRect(Math.round(x) - 0.5, y - 10, 1, 10);
    g.fillPolygon(new double[] {x, x + 7, x}, new double[] {y - 10, y - 7, y - 4}, 3);
  }

  @Override
  public void text(String text, double x, double y, int anchor, Color colour, boolean strong) {
    g.setFont(strong ? STRONG : PLAIN);
    g.setFill(colour);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(
        switch (anchor) {
          case -1 -> TextAlignment.LEFT;
          case 0 -> TextAlignment.CENTER;
          default -> TextAlignment.RIGHT;
        });
    g.fillText(text, x, y);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    g.save();
    g.beginPath();
    g.rect(x, y, width, height);
    g.clip();
  }

  @Override
  public void unclip() {
    g.restore();
  }
}
