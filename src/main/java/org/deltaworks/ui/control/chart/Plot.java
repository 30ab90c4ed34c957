package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.deltaworks.ui.fx.Figures;

/**
 * The canvas of a chart: one layer for the curves, one for what follows the mouse, so that moving
 * it redraws no curve. However often the data change, it draws once per pulse.
 */
final class Plot extends Region {
  private final ChartModel model;
  private final Canvas curves = new Canvas();
  private final Canvas overlay = new Canvas();
  private final ChartInk ink = new ChartInk(this::redraw);
  private final PlotMouse mouse;
  private boolean stale = true;
  private boolean overlayStale;

  Plot(ChartModel model) {
    this.model = model;
    this.mouse = new PlotMouse(this, model);
    getStyleClass().add("dw-plot");
    setMinSize(160, 100);
    setPrefSize(600, 300);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    overlay.setMouseTransparent(true);
    getChildren().addAll(ink, curves, overlay);
    focusedProperty().addListener((property, old, now) -> redrawOverlay());
  }

  /** Something changed; drawn at the next pulse. */
  void redraw() {
    stale = true;
    requestLayout();
  }

  /** What follows the mouse changed; drawn at the next pulse. */
  void redrawOverlay() {
    overlayStale = true;
    requestLayout();
  }

  ChartPainter painter() {
    return new ChartPainter(model, ink.colours(), getWidth(), getHeight());
  }

  ChartColours colours() {
    return ink.colours();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (curves.getWidth() != width || curves.getHeight() != height) {
      curves.setWidth(width);
      curves.setHeight(height);
      overlay.setWidth(width);
      overlay.setHeight(height);
      stale = true;
    }
    if (stale && width > 0 && height > 0) {
      stale = false;
      painter().paint(new CanvasPen(curves.getGraphicsContext2D()));
      setAccessibleText(ChartSentence.of(model));
      overlayStale = true;
    }
    if (overlayStale) {
      overlayStale = false;
      drawOverlay();
    }
  }

  /** Crosshair with all values of its step, the frame of a zoom, the ring of the focus. */
  private void drawOverlay() {
    GraphicsContext g = overlay.getGraphicsContext2D();
    g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    if (isFocused()) {
      g.setStroke(colours().muted());
      g.setLineWidth(1);
      g.strokeRect(0.5, 0.5, overlay.getWidth() - 1, overlay.getHeight() - 1);
    }
    mouse.frame().ifPresent(f -> frame(g, f));
    mouse.step().ifPresent(step -> crosshair(g, step));
  }

  private void frame(GraphicsContext g, javafx.geometry.Rectangle2D f) {
    g.setFill(colours().text().deriveColor(0, 1, 1, 0.12));
    g.fillRect(f.getMinX(), f.getMinY(), f.getWidth(), f.getHeight());
  }

  private void crosshair(GraphicsContext g, double step) {
    ChartPainter painter = painter();
    Axis x = painter.x();
    Axis y = painter.y();
    double at = Math.round(x.pixel(step));
    g.setFill(colours().muted());
    g.fillRect(at, ChartPainter.TOP, 1, getHeight() - ChartPainter.TOP - ChartPainter.BOTTOM);
    List<Line> lines = lines(step, y, at, g);
    box(g, "Step " + Figures.exact(Math.round(step)), lines, at);
  }

  /** One line of the box. */
  private record Line(String text, Color colour) {}

  private List<Line> lines(double step, Axis y, double at, GraphicsContext g) {
    List<Line> lines = new ArrayList<>();
    for (ChartSeries one : model.drawn()) {
      Color colour = one.style().colour(colours().dark());
      Curve smooth = one.smoothed(model.smoothing);
      int i = one.steps().at(step);
      boolean begun = smooth.at(step) >= 0;
      double calm = smooth.between(step);
      if (i >= 0 && one.steps().x(i) == step) {
        String text = one.name() + " " + Figures.loss(one.steps().y(i));
        if (model.smoothing > 0 && begun) {
          text += "  (smoothed " + Figures.loss(calm) + ")";
        }
        lines.add(new Line(text, colour));
      }
      if (begun) {
        new CanvasPen(g).disc(at + 0.5, y.pixel(calm), 3.5, colour, colours().page());
      }
      int e = one.evaluations().at(step);
      if (e >= 0) {
        lines.add(
            new Line(
                "held out "
                    + Figures.loss(one.evaluations().y(e))
                    + (one.evaluations().x(e) == step
                        ? ""
                        : " (step " + Figures.exact(Math.round(one.evaluations().x(e))) + ")"),
                colour));
      }
    }
    for (ChartFlag flag : model.flags) {
      if (flag.step() == step) {
        lines.add(new Line(flag.label(), colours().muted()));
      }
    }
    return lines;
  }

  private void box(GraphicsContext g, String title, List<Line> lines, double at) {
    double wide = wide(title);
    for (Line line : lines) {
      wide = Math.max(wide, wide(line.text()) + 14);
    }
    double width = wide + 20;
    double height = 26 + 17 * lines.size();
    double left = at + 12 + width > getWidth() ? at - 12 - width : at + 12;
    left = Math.max(2, left);
    double top = ChartPainter.TOP + 6;
    g.setFill(colours().page());
    g.fillRoundRect(left, top, width, height, 8, 8);
    g.setStroke(colours().grid());
    g.setLineWidth(1);
    g.strokeRoundRect(left + 0.5, top + 0.5, width, height, 8, 8);
    CanvasPen pen = new CanvasPen(g);
    pen.text(title, left + 10, top + 14, -1, colours().text(), true);
    double y = top + 31;
    for (Line line : lines) {
      pen.box(left + 10, y - 3, 8, 8, line.colour());
      pen.text(line.text(), left + 24, y + 1, -1, colours().text(), false);
      y += 17;
    }
  }

  private static double wide(String text) {
    Text measured = new Text(text);
    measured.setFont(Font.font(11));
    return measured.getLayoutBounds().getWidth();
  }
}
