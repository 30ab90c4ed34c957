package org.deltaworks.ui.runs;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;

/** Leads from the list of runs to that of sweeps and back; the one that is shown is pressed. */
final class ListSwitch extends HBox {
  ListSwitch(Navigator navigator, Place here) {
    getStyleClass().add("run-lists");
    getChildren()
        .addAll(
            button("All runs", "left-pill", new Place.Runs(), navigator, here),
            button("Sweeps", "right-pill", new Place.Sweeps(), navigator, here));
  }

  private static ToggleButton button(
      String label, String pill, Place leadsTo, Navigator navigator, Place here) {
    ToggleButton button = new ToggleButton(label);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add(pill);
    boolean shown = leadsTo.equals(here);
    button.setSelected(shown);
    button.setOnAction(
        event -> {
          button.setSelected(shown);
          navigator.go(leadsTo);
        });
    return button;
  }
}
