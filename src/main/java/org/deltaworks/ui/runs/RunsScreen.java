package org.deltaworks.ui.runs;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;

/** The list of runs or of sweeps, or the page of one. */
public final class RunsScreen implements Screen {
  private final RunsViewModel runs;
  private final QueueViewModel queue;
  private final RunViewModel run;
  private final RunsView list;
  private final RunView page;
  private final Sweeps sweeps;
  private Place cameFrom = new Place.Runs();
  private final StackPane root = new StackPane();

  /** The views of sweeps on their view models. */
  public record Sweeps(
      SweepsViewModel listed, SweepsView list, SweepViewModel sweep, SweepView page) {}

  /** The views on their view models. */
  public RunsScreen(
      RunsViewModel runs,
      QueueViewModel queue,
      RunsView list,
      RunViewModel run,
      RunView page,
      Sweeps sweeps) {
    this.runs = runs;
    this.queue = queue;
    this.run = run;
    this.list = list;
    this.page = page;
    this.sweeps = sweeps;
    root.getStylesheets().add(Theme.sheet(RunsScreen.class, "runs.css"));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Place place) {
    rest();
    switch (place) {
      case Place.RunPage(long id) -> {
        root.getChildren().setAll(page.node());
        run.show(id, cameFrom);
        return;
      }
      case Place.SweepPage(String name) -> {
        root.getChildren().setAll(sweeps.page().node());
        sweeps.sweep().show(name);
      }
      case Place.Sweeps() -> {
        root.getChildren().setAll(sweeps.list().node());
        sweeps.listed().show();
      }
      default -> {
        root.getChildren().setAll(list.node());
        runs.show();
        queue.show();
      }
    }
    cameFrom = place;
  }

  @Override
  public void hide() {
    rest();
    cameFrom = new Place.Runs();
  }

  private void rest() {
    runs.hide();
    queue.hide();
    run.hide();
    sweeps.listed().hide();
    sweeps.sweep().hide();
  }
}
