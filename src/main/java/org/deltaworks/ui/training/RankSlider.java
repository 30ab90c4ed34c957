package org.deltaworks.ui.training;

import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.fx.Layout;

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
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setShowTickMarks(true);
    slider.setShowTickLabels(true);
    slider.setLabelFormatter(new RankLabels());
    slider.setAccessibleText("Rank, 1 to 64");
    slider.valueProperty().addListener((property, old, now) -> dragged(now.doubleValue()));
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    typed.setPrefColumnCount(TYPED_COLUMNS);
    typed.setAccessibleText("Rank");
    typed.setMinWidth(USE_PREF_SIZE);
    typed.textProperty().bindBidirectional(form.field(Setting.RANK).textProperty());
    form.draftProperty().addListener((property, old, now) -> follow());
    follow();
    getChildren().addAll(Layout.growWide(slider), typed);
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

  /** Names positions by their rank. */
  private static final class RankLabels extends StringConverter<Double> {
    @Override
    public String toString(Double position) {
      return Integer.toString(RankScale.rankAt(position));
    }

    @Override
    public Double fromString(String rank) {
      return RankScale.positionOf(Integer.parseInt(rank));
    }
  }
}
