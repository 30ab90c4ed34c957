package org.deltaworks.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.deltaworks.domain.models.LinearModule;

/**
 * W = W0 + α/r · B · A drawn to scale: W0 as large as the largest adapted module is, B as wide and
 * A as high as the rank, so that dragging the rank shows what it costs (arXiv 2106.09685, figure
 * 1).
 */
final class LoraPicture extends Region {
  private static final double LARGEST = 108;
  private static final double GAP = 7;
  private static final double THINNEST = 1.5;
  private static final double CAPTION = 18;
  private static final double WIDEST = 460;

  private final Region product = matrix("lora-w");
  private final Region frozen = matrix("lora-w0");
  private final Region left = matrix("lora-b");
  private final Region right = matrix("lora-a");
  private final Label equals = sign("=");
  private final Label plus = sign("+");
  private final Label scale = sign("");
  private final Label times = sign("·");
  private final List<Label> captions = List.of(name("W"), name("W\u2080"), name("B"), name("A"));
  private int out = 1;
  private int in = 1;
  private int rank = 1;

  LoraPicture() {
    getStyleClass().add("lora-picture");
    getChildren().addAll(product, frozen, left, right, equals, plus, scale, times);
    getChildren().addAll(captions);
    setMinHeight(LARGEST + CAPTION);
    setPrefHeight(LARGEST + CAPTION);
    setMaxHeight(LARGEST + CAPTION);
    setMaxWidth(WIDEST);
  }

  /** Draws these figures; leaves the last picture where there are no matrices to draw. */
  void show(Optional<AdapterFigures> figures) {
    Optional<LinearModule> largest = figures.flatMap(AdapterFigures::largest);
    setVisible(largest.isPresent());
    largest.ifPresent(module -> draw(module, figures.orElseThrow()));
  }

  private void draw(LinearModule module, AdapterFigures figures) {
    out = module.out();
    in = module.in();
    rank = figures.rank();
    String factor = factor(figures.scaling());
    scale.setText(factor + " ·");
    setAccessibleText(
        "W is W0, %d by %d and frozen, plus %s times B, %d by %d, times A, %d by %d."
            .formatted(out, in, factor, out, rank, rank, in));
    requestLayout();
  }

  private static String factor(double scaling) {
    String text = String.format(Locale.ROOT, "%.3g", scaling);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  @Override
  protected void layoutChildren() {
    Insets inside = getInsets();
    double signs = 0;
    for (Label sign : List.of(equals, plus, scale, times)) {
      signs += sign.prefWidth(-1) + 2 * GAP;
    }
    double room = Math.max(60, getWidth() - inside.getLeft() - inside.getRight() - signs);
    double unit = Math.min(LARGEST / Math.max(out, in), room / (3.0 * in + rank));
    double high = Math.max(THINNEST, out * unit);
    double wide = Math.max(THINNEST, in * unit);
    double thin = Math.clamp(rank * unit, THINNEST, Math.max(THINNEST, LARGEST));
    double x = inside.getLeft();
    x = place(product, captions.get(0), x, wide, high);
    x = place(equals, x);
    x = place(frozen, captions.get(1), x, wide, high);
    x = place(plus, x);
    x = place(scale, x);
    x = place(left, captions.get(2), x, thin, high);
    x = place(times, x);
    place(right, captions.get(3), x, wide, thin);
  }

  private double place(Region matrix, Label caption, double x, double wide, double high) {
    matrix.resizeRelocate(x, (LARGEST - high) / 2, wide, high);
    double captionWidth = caption.prefWidth(-1);
    double top = Math.min(LARGEST, (LARGEST + high) / 2 + 1);
    caption.resizeRelocate(x + (wide - captionWidth) / 2, top, captionWidth, CAPTION);
    return x + wide + GAP;
  }

  private double place(Label sign, double x) {
    double width = sign.prefWidth(-1);
    double height = sign.prefHeight(-1);
    sign.resizeRelocate(x, (LARGEST - height) / 2, width, height);
    return x + width + GAP;
  }

  private static Region matrix(String style) {
    Region matrix = new Region();
    matrix.getStyleClass().addAll("lora-matrix", style);
    return matrix;
  }

  private static Label sign(String text) {
    Label sign = new Label(text);
    sign.getStyleClass().add("lora-sign");
    sign.setMinWidth(USE_PREF_SIZE);
    return sign;
  }

  private static Label name(String text) {
    Label name = new Label(text);
    name.getStyleClass().add("dw-caption");
    return name;
  }
}
