package org.deltaworks.ui.runs;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;

/** The list of runs, or the page of one. */
public final class RunsScreen implements Screen {
  private final RunsViewModel runs;
  private final QueueViewModel queue;
  private final RunViewModel run;
  private final RunsView list;
  private final RunView page;
  private final StackPane root = new StackPane();

  /** The views on their view models. */
  public RunsScreen(
      RunsViewModel runs, QueueViewModel queue, RunsView list, RunViewModel run, RunView page) {
    this.runs = runs;
    this.queue = queue;
    this.run = run;
    this.list = list;
    this.page = page;
    root.getStylesheets().add(Theme.sheet(RunsScreen.class, "runs.css"));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Place place) {
    if (place instanceof Place.RunPage(long id)) {
      runs.hide();
      queue.hide();
      root.getChildren().setAll(page.node());
      run.show(id);
    } else {
      run.hide();
      root.getChildren().setAll(list.node());
      runs.show();
      queue.show();
    }
  }

  @Override
  public void hide() {
    runs.hide();
    queue.hide();
    run.hide();
  }
}
