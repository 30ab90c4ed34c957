package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.service.training.Promise;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.SeriesStyle;
import org.deltaworks.ui.fx.Words;

/**
 * The memory of a run in parts, to scale, on what is free; a line marks what is free where more is
 * needed.
 */
final class MemoryBar extends VBox {
  private final Track track = new Track();
  private final GridPane legend = new GridPane(Layout.BETWEEN, Layout.TIGHT);

  MemoryBar() {
    super(Layout.INSIDE);
    getStyleClass().add("memory-bar");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    legend.getColumnConstraints().addAll(half, half);
    getChildren().addAll(track, legend);
  }

  void show(Promise promise) {
    List<PromiseWords.Part> parts = PromiseWords.parts(promise.estimate().memory());
    track.show(parts, promise.freeMemory());
    legend.getChildren().clear();
    for (int i = 0; i < parts.size(); i++) {
      legend.add(line(parts.get(i), i), i % 2, i / 2);
    }
  }

  private static HBox line(PromiseWords.Part part, int place) {
    Region mark = new Region();
    mark.getStyleClass().addAll("memory-mark", style(place));
    Label name = Words.caption(part.name());
    Label size = Words.caption(Figures.bytes(part.bytes()));
    size.setMinWidth(USE_PREF_SIZE);
    name.setTooltip(new Tooltip(part.help()));
    size.setTooltip(new Tooltip(Figures.exact(part.bytes()) + " bytes"));
    return Layout.row(Layout.TIGHT, mark, name, Layout.spacer(), size);
  }

  private static String style(int place) {
    return SeriesStyle.of(place).styleClass();
  }

  /** The bar itself. */
  private static final class Track extends StackPane {
    private final Region limit = new Region();
    private final List<Region> pieces = new ArrayList<>();
    private List<PromiseWords.Part> parts = List.of();
    private long free;

    Track() {
      getStyleClass().add("share-bar");
      limit.getStyleClass().add("memory-limit");
      limit.setManaged(false);
    }

    void show(List<PromiseWords.Part> now, long freeNow) {
      parts = now;
      free = freeNow;
      pieces.clear();
      for (int i = 0; i < now.size(); i++) {
        Region piece = new Region();
        piece.getStyleClass().addAll("memory-piece", style(i));
        piece.setManaged(false);
        pieces.add(piece);
      }
      getChildren().setAll(pieces);
      getChildren().add(limit);
      setAccessibleText(
          now.stream()
              .map(p -> p.name() + " " + Figures.bytes(p.bytes()))
              .collect(Collectors.joining(", ")));
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double whole = Math.max(1, Math.max(free, needed()));
      double at = 0;
      for (int i = 0; i < parts.size(); i++) {
        double width = getWidth() * (parts.get(i).bytes() / whole);
        pieces.get(i).resizeRelocate(at, 0, width, getHeight());
        at += width;
      }
      limit.setVisible(needed() > free);
      limit.resizeRelocate(getWidth() * (free / whole) - 1, 0, 2, getHeight());
    }

    private long needed() {
      return parts.stream().mapToLong(PromiseWords.Part::bytes).sum();
    }
  }
}
