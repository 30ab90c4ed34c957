package org.deltaworks.ui.home;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/**
 * A small drawing for a demo's card, of a few shapes on a square of {@value #SIZE}; its colours are
 * the style sheet's, so that it fits both themes. A demo without a drawing gets a blank sheet.
 */
final class DemoPicture extends Pane {
  private static final double SIZE = 56;

  DemoPicture(String demo) {
    getStyleClass().add("demo-picture");
    setMinSize(SIZE, SIZE);
    setPrefSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    getChildren().addAll(shapes(demo));
    setMouseTransparent(true);
  }

  private static List<Shape> shapes(String demo) {
    return switch (demo) {
      case "pirate" -> pirate();
      case "menu" -> plate();
      case "mood" -> faces();
      case "poet" -> quill();
      case "secret" -> bubble();
      case "house-style" -> list();
      case "why-lora" -> matrices();
      default -> sheet().toList();
    };
  }

  private static List<Shape> pirate() {
    return List.of(
        dressed(new Circle(28, 32, 15), "dp-skin"),
        dressed(path("M9 22 Q28 2 47 22 L44 27 Q28 21 12 27 Z"), "dp-red"),
        dressed(path("M26 15 l2 -3 l2 3 l-2 3 Z"), "dp-white"),
        marked(new Line(14, 25, 42, 33)),
        dressed(new Circle(34, 31, 4), "dp-dark"),
        dressed(new Circle(22, 32, 2), "dp-dark"),
        marked(arc(28, 37, 6, 4, 190, 160)));
  }

  private static List<Shape> plate() {
    return List.of(
        dressed(new Circle(28, 31, 15), "dp-sky"),
        dressed(new Circle(28, 31, 10), "dp-white"),
        dressed(new Circle(28, 31, 6), "dp-warm"),
        line(8, 18, 8, 46),
        line(5, 16, 5, 24),
        line(11, 16, 11, 24),
        line(5, 24, 11, 24),
        line(49, 16, 49, 46),
        dressed(path("M49 16 q5 6 0 14 Z"), "dp-ink"),
        drawn(path("M24 11 q-3 -3 0 -6 M32 11 q-3 -3 0 -6")));
  }

  private static List<Shape> faces() {
    return List.of(
        dressed(new Circle(36, 23, 14), "dp-sky"),
        dressed(new Circle(32, 20, 1.8), "dp-dark"),
        dressed(new Circle(41, 20, 1.8), "dp-dark"),
        marked(arc(37, 31, 5, 4, 20, 140)),
        dressed(new Circle(20, 35, 15), "dp-warm"),
        dressed(new Circle(15, 32, 1.8), "dp-dark"),
        dressed(new Circle(25, 32, 1.8), "dp-dark"),
        marked(arc(20, 36, 7, 6, 200, 140)));
  }

  private static List<Shape> quill() {
    return List.of(
        dressed(path("M18 40 Q18 16 46 8 Q46 30 24 38 Z"), "dp-green"),
        line(12, 48, 36, 20),
        line(22, 49, 46, 49),
        line(30, 43, 48, 43));
  }

  private static List<Shape> bubble() {
    return List.of(
        dressed(
            path(
                "M8 10 h40 a4 4 0 0 1 4 4 v20 a4 4 0 0 1 -4 4 h-22 l-9 9 v-9 h-9 a4 4 0 0 1 -4"
                    + " -4 v-20 a4 4 0 0 1 4 -4 Z"),
            "dp-sky"),
        dressed(new Circle(16, 24, 5), "dp-dark"),
        dressed(path("M23 29 l5.5 -10 l5.5 10 Z"), "dp-warm"),
        dressed(new Rectangle(37, 19, 9, 10), "dp-white"));
  }

  private static List<Shape> list() {
    return Stream.concat(
            sheet(),
            Stream.of(
                dressed(new Circle(17, 17, 2.2), "dp-accent"),
                line(23, 17, 40, 17),
                dressed(new Circle(17, 25, 2.2), "dp-accent"),
                line(23, 25, 40, 25),
                dressed(new Circle(17, 33, 2.2), "dp-accent"),
                line(23, 33, 36, 33),
                drawn(path("M34 39 q0 -3 3 -3 q3 0 3 3 q0 2 -3 3 v1")),
                dressed(new Circle(37, 46, 1.4), "dp-ink")))
        .toList();
  }

  /** The large matrix that stays, and the two narrow ones that are learnt. */
  private static List<Shape> matrices() {
    return List.of(
        dressed(new Rectangle(6, 12, 26, 32), "dp-pale"),
        dressed(new Rectangle(37, 12, 5, 32), "dp-warm"),
        dressed(new Rectangle(45, 12, 7, 5), "dp-accent"),
        drawn(path("M45 34 h7 M48.5 30.5 v7")));
  }

  private static Stream<Shape> sheet() {
    Rectangle paper = new Rectangle(10, 7, 36, 43);
    paper.setArcWidth(6);
    paper.setArcHeight(6);
    return Stream.of(dressed(paper, "dp-paper"));
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return path;
  }

  private static Shape line(double x1, double y1, double x2, double y2) {
    return drawn(new Line(x1, y1, x2, y2));
  }

  private static Shape drawn(Shape shape) {
    return dressed(shape, "dp-line");
  }

  /** A line upon something coloured, which is dark in both themes. */
  private static Shape marked(Shape shape) {
    return dressed(shape, "dp-mark");
  }

  private static Arc arc(double x, double y, double rx, double ry, double from, double length) {
    Arc arc = new Arc(x, y, rx, ry, from, length);
    arc.setType(ArcType.OPEN);
    return arc;
  }

  private static Shape dressed(Shape shape, String look) {
    shape.getStyleClass().add(look);
    return shape;
  }
}
