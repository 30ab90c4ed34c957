package org.deltaworks.ui.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FailedState;

/** Why a run failed and a button that does what the remedy says. */
final class RunTrouble {
  private RunTrouble() {}

  /** The box to show, if the run failed; nothing otherwise. */
  static List<Node> of(Run run, RunViewModel model) {
    if (run.state() != RunState.FAILED || run.problem().isEmpty()) {
      return List.of();
    }
    List<Button> remedies = new ArrayList<>();
    if (RunViewModel.memoryShort(run.problem().get())) {
      remedies.add(Buttons.main("Go on with half the rows at once", model::resumeWithLessMemory));
    }
    if (RunViewModel.rateTooHigh(run.problem().get())) {
      remedies.add(Buttons.main("Go on with half the learning rate", model::resumeWithHalfTheRate));
    }
    return List.of(new FailedState(run.problem().get(), remedies.toArray(Node[]::new)));
  }
}
