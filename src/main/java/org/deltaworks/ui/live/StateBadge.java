package org.deltaworks.ui.live;

import java.util.List;
import javafx.scene.control.Label;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/** The state of a run as a picture, a word and a colour. */
public final class StateBadge extends Label {
  private static final List<String> LOOKS =
      List.of("dw-state-active", "dw-state-rest", "dw-state-bad", "dw-state-good");

  /** Shows this state. */
  public StateBadge(RunState state) {
    getStyleClass().add("dw-state");
    setMinWidth(USE_PREF_SIZE);
    setState(state);
  }

  /** Shows another state. */
  public void setState(RunState state) {
    setText(RunWords.state(state));
    getStyleClass().removeAll(LOOKS);
    switch (state) {
      case QUEUED -> look(Feather.CLOCK, "dw-state-rest");
      case RUNNING -> look(Feather.ACTIVITY, "dw-state-active");
      case PAUSED -> look(Feather.PAUSE, "dw-state-rest");
      case STOPPED -> look(Feather.SQUARE, "dw-state-rest");
      case FAILED -> look(Feather.ALERT_TRIANGLE, "dw-state-bad");
      case FINISHED -> look(Feather.CHECK, "dw-state-good");
    }
  }

  private void look(Feather picture, String style) {
    setGraphic(Icons.of(picture));
    getStyleClass().add(style);
  }
}
