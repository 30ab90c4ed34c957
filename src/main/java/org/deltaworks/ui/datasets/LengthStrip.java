package org.deltaworks.ui.datasets;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.deltaworks.service.datasets.LengthSummary;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Words;

/**
 * How long rows are, on a track from nothing to the longest: all rows pale, nine of ten darker, the
 * middle marked, and where rows are cut.
 */
final class LengthStrip extends Region {
  private static final double BAR = 16;
  private static final double TOP = 20;
  private static final double HEIGHT = 60;

  /** A cut so many times further than the longest row would leave no room for the rows. */
  private static final double FAR = 1.5;

  private final Region track = part("length-track");
  private final Region all = part("length-all");
  private final Region most = part("length-most");
  private final Region middle = part("length-middle");
  private final Region cutLine = part("length-cut");
  private final Label cutLabel = Words.caption("");
  private final Label nothing = Words.caption("0");
  private final Label first = Words.caption("");
  private final Label median = Words.caption("");
  private final Label last = Words.caption("");
  private LengthSummary summary = new LengthSummary(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private int cut;

  LengthStrip() {
    getStyleClass().add("length-strip");
    getChildren().addAll(track, all, most, middle, cutLine, cutLabel, nothing, first, median, last);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
  }

  void show(DatasetsViewModel.Lengths lengths) {
    summary = lengths.summary();
    cut = lengths.cut();
    first.setText(Figures.exact(summary.shortest()));
    median.setText("half below " + Figures.exact(summary.median()));
    last.setText(Figures.exact(summary.longest()) + " tokens");
    cutLabel.setText("cut after " + Figures.exact(cut));
    setAccessibleText(
        "Rows have %d to %d tokens, half of them at most %d, nine of ten at most %d; cut after %d."
            .formatted(
                summary.shortest(), summary.longest(), summary.median(), summary.ninetieth(), cut));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean near = cut <= FAR * summary.longest();
    double longest = Math.max(1, near ? Math.max(summary.longest(), cut) : summary.longest());
    cutLine.setVisible(near);
    cutLabel.setVisible(near);
    double unit = getWidth() / longest;
    bar(track, 0, longest * unit);
    bar(all, summary.shortest() * unit, summary.longest() * unit);
    bar(most, summary.shortest() * unit, summary.ninetieth() * unit);
    middle.resizeRelocate(summary.median() * unit - 1, TOP, 2, BAR);
    cutLine.resizeRelocate(Math.min(getWidth() - 2, cut * unit - 1), TOP - 4, 2, BAR + 8);
    label(cutLabel, cut * unit, 0);
    label(nothing, 0, TOP + BAR + 4);
    label(first, summary.shortest() * unit, TOP + BAR + 4);
    label(last, summary.longest() * unit, TOP + BAR + 4);
    label(median, summary.median() * unit, TOP + BAR + 4);
    // Where labels would meet, the middle one steps back: the sentence below has it too.
    median.setVisible(apart(median, first) && apart(median, last));
    first.setVisible(apart(first, last));
    nothing.setVisible(apart(nothing, first) && apart(nothing, last));
  }

  private static boolean apart(Label one, Label other) {
    return one.getLayoutX() + one.getWidth() + 8 < other.getLayoutX()
        || other.getLayoutX() + other.getWidth() + 8 < one.getLayoutX();
  }

  private static void bar(Region bar, double from, double to) {
    bar.resizeRelocate(from, TOP, Math.max(2, to - from), BAR);
  }

  private void label(Label label, double x, double y) {
    double width = label.prefWidth(-1);
    double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    label.resizeRelocate(left, y, width, label.prefHeight(-1));
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().addAll(List.of("length-part", style));
    return part;
  }
}
