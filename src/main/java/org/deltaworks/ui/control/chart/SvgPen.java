package org.deltaworks.ui.control.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/** Draws into an SVG text. */
final class SvgPen implements Pen {
  private final StringBuilder svg = new StringBuilder();
  private int clips;

  SvgPen(double width, double height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
            + " viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\" font-size=\"11\">",
        width, height, width, height);
  }

  /** The finished document. */
  String document() {
    return svg + "</svg>\n";
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    add(
        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" %s/>",
        x, y, width, height, paint("fill", colour));
  }

  @Override
  public void line(
      double[] xs, double[] ys, int count, Color colour, double width, List<Double> dashes) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < count; i++) {
      points.append(String.format(Locale.ROOT, "%.2f,%.2f ", xs[i], ys[i]));
    }
    String dash =
        dashes.isEmpty()
            ? ""
            : " stroke-dasharray=\""
                + String.join(" ", dashes.stream().map(String::valueOf).toList())
                + "\"";
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke-width=\"%.1f\"%s %s/>",
        points.toString().strip(), width, dash, paint("stroke", colour));
  }

  @Override
  public void disc(double x, double y, double radius, Color fill, Color rim) {
    add(
        "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.1f\" stroke-width=\"1.5\" %s %s/>",
        x, y, radius, paint("fill", fill), paint("stroke", rim));
  }

  @Override
  public void flag(double x, double y, Color colour) {
    add(
        "<path d=\"M%.2f %.2f v-10 l7 3 l-7 3\" %s %s/>",
        x, y, paint("fill", colour), paint("stroke", colour));
  }

  @Override
  public void text(String text, double x, double y, int anchor, Color colour, boolean strong) {
    add(
        "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" dominant-baseline=\"central\"%s"
            + " %s>%s</text>",
        x,
        y,
        anchor < 0 ? "start" : anchor == 0 ? "middle" : "end",
        strong ? " font-weight=\"bold\"" : "",
        paint("fill", colour),
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    clips++;
    add(
        "<clipPath id=\"c%d\"><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\""
            + " height=\"%.2f\"/></clipPath><g clip-path=\"url(#c%d)\">",
        clips, x, y, width, height, clips);
  }

  @Override
  public void unclip() {
    add("</g>");
  }

  private static String paint(String what, Color c) {
    return String.format(
        Locale.ROOT,
        "%s=\"#%02x%02x%02x\" %s-opacity=\"%.2f\"",
        what,
        Math.round(c.getRed() * 255),
        Math.round(c.getGreen() * 255),
        Math.round(c.getBlue() * 255),
        what,
        c.getOpacity());
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
