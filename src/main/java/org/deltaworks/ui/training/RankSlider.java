package org.deltaworks.ui.training;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** The rank by dragging, by arrow keys one at a time, by page keys doubled, or typed. */
final class RankSlider extends HBox {
  private static final int TYPED_COLUMNS = 4;

  private final TrainingForm form;
  private final Slider slider = new Slider(0, RankScale.positionOf(RankScale.MOST), 0);
  private final TextField typed = new TextField();
  private boolean following;

  RankSlider(TrainingForm form) {
    super(Layout.BETWEEN);
    this.form = form;
    slider.setAccessibleText("Rank, 1 to 64");
    slider.valueProperty().addListener((property, old, now) -> dragged(now.doubleValue()));
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    typed.setPrefColumnCount(TYPED_COLUMNS);
    typed.setAccessibleText("Rank");
    typed.setMinWidth(USE_PREF_SIZE);
    typed.textProperty().bindBidirectional(form.field(Setting.RANK).textProperty());
    form.draftProperty().addListener((property, old, now) -> follow());
    follow();
    VBox scale = Layout.column(0, slider, new Marks());
    getChildren().addAll(Layout.growWide(scale), typed);
  }

  private void dragged(double position) {
    int rank = RankScale.rankAt(position);
    if (!following && rank != form.rank()) {
      form.chooseRank(rank);
    }
  }

  private void follow() {
    if (form.rank() >= 1 && RankScale.rankAt(slider.getValue()) != form.rank()) {
      following = true;
      slider.setValue(RankScale.positionOf(form.rank()));
      following = false;
    }
  }

  private void keyPressed(KeyEvent event) {
    int rank = Math.max(1, form.rank());
    int next =
        switch (event.getCode()) {
          case RIGHT, UP -> rank + 1;
          case LEFT, DOWN -> rank - 1;
          case PAGE_UP -> rank * 2;
          case PAGE_DOWN -> rank / 2;
          case HOME -> 1;
          case END -> RankScale.MOST;
          default -> 0;
        };
    if (next != 0 || event.getCode().isArrowKey()) {
      form.chooseRank(Math.clamp(next, 1, RankScale.MOST));
      event.consume();
    }
  }

  /** The marked ranks under the track, where the thumb stands for them. */
  private static final class Marks extends Pane {
    private static final double THUMB_RADIUS = 8;

    Marks() {
      getStyleClass().add("rank-marks");
      for (int rank : RankScale.MARKS) {
        getChildren().add(Words.caption(Integer.toString(rank)));
      }
    }

    @Override
    protected void layoutChildren() {
      double track = getWidth() - 2 * THUMB_RADIUS;
      for (int i = 0; i < getChildren().size(); i++) {
        Node label = getChildren().get(i);
        double share =
            RankScale.positionOf(RankScale.MARKS.get(i)) / RankScale.positionOf(RankScale.MOST);
        double width = label.prefWidth(-1);
        label.resizeRelocate(
            THUMB_RADIUS + share * track - width / 2, 0, width, label.prefHeight(-1));
      }
    }
  }
}
