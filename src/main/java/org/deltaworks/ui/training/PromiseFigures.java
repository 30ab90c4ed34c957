package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.service.training.Promise;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;

/** What the run will take: steps, time, disk, and memory in its parts. */
final class PromiseFigures extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Fact steps =
      new Fact(
          "Steps", "How often the adapter is adjusted, each time after looking at a few rows.");
  private final Fact time =
      new Fact(
          "Time",
          "A guess from the size of the model, the rows and this machine's processor; other work"
              + " on the machine makes it longer.");
  private final Fact disk =
      new Fact("Disk", "The result and what is saved on the way, at the most at a time.");
  private final Fact memory =
      new Fact(
          "Memory",
          "What the training's process takes at the most. In tests, " + Promise.SPREAD + ".");
  private final MemoryBar bar = new MemoryBar();

  PromiseFigures(ObservableValue<PromiseNote> note, ObservableValue<Optional<Long>> stepsPlanned) {
    super(Layout.INSIDE);
    getStyleClass().add("promise");
    getChildren().addAll(Fact.grid(steps, time, disk, memory), bar);
    note.addListener((property, old, now) -> show(now));
    show(note.getValue());
    stepsPlanned.addListener((property, old, now) -> showSteps(now));
    showSteps(stepsPlanned.getValue());
  }

  private void showSteps(Optional<Long> planned) {
    planned.map(Figures::exact).ifPresentOrElse(steps::show, steps::clear);
  }

  /** The last figures stay, paler, until there are new ones. */
  private void show(PromiseNote note) {
    pseudoClassStateChanged(STALE, note instanceof PromiseNote.Reading);
    switch (note) {
      case PromiseNote.Reading() -> {}
      case PromiseNote.None ignored -> clear();
      case PromiseNote.Unknown ignored -> clear();
      case PromiseNote.Made(Promise promise) -> fill(promise);
    }
  }

  private void clear() {
    time.clear();
    disk.clear();
    memory.clear();
    showBar(false);
  }

  private void fill(Promise promise) {
    Estimate estimate = promise.estimate();
    time.show(PromiseWords.time(estimate));
    disk.show(Figures.bytes(estimate.diskBytes()), Figures.exact(estimate.diskBytes()) + " bytes");
    memory.show(PromiseWords.memory(promise), Figures.exact(estimate.memory().total()) + " bytes");
    bar.show(promise);
    showBar(true);
  }

  private void showBar(boolean some) {
    bar.setVisible(some);
    bar.setManaged(some);
  }
}
