package org.deltaworks.ui.control.chart;

import java.util.Locale;
import java.util.TreeSet;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A chart as the contents of a file. */
final class ChartFiles {
  private ChartFiles() {}

  /** One line per step, one column per series; exact values, empty where there is none. */
  static String csv(ChartModel model) {
    StringBuilder text = new StringBuilder("step");
    TreeSet<Double> steps = new TreeSet<>();
    for (ChartSeries one : model.drawn()) {
      text.append(',').append(quoted(one.name()));
      text.append(',').append(quoted(one.name() + " held out"));
      collect(one.steps(), steps);
      collect(one.evaluations(), steps);
    }
    text.append('\n');
    for (double step : steps) {
      text.append(String.format(Locale.ROOT, "%.0f", step));
      for (ChartSeries one : model.drawn()) {
        text.append(',').append(value(one.steps(), step));
        text.append(',').append(value(one.evaluations(), step));
      }
      text.append('\n');
    }
    return text.toString();
  }

  static String svg(ChartModel model, ChartColours colours, double width, double height) {
    SvgPen pen = new SvgPen(width, height);
    new ChartPainter(model, colours, width, height).paint(pen);
    return pen.document();
  }

  static byte[] png(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return Png.encode(pixels, width, height);
  }

  private static void collect(Curve curve, TreeSet<Double> steps) {
    for (int i = 0; i < curve.size(); i++) {
      steps.add(curve.x(i));
    }
  }

  private static String value(Curve curve, double step) {
    int i = curve.at(step);
    return i >= 0 && curve.x(i) == step ? Double.toString(curve.y(i)) : "";
  }

  private static String quoted(String name) {
    return name.matches("[\\w .-]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
