package org.deltaworks.ui.runs;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.live.RowSync;

/** The list of sweeps, as it stands and goes on while it is looked at. */
public final class SweepsViewModel {
  private final SweepService sweeps;
  private final Background background;
  private final ObservableList<SweepRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Content<Integer>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private Subscription following = () -> {};

  /** Reads nothing before {@link #show}. */
  public SweepsViewModel(SweepService sweeps, Background background) {
    this.sweeps = sweeps;
    this.background = background;
  }

  /** Begins to follow the list; called on every visit. */
  public void show() {
    following.close();
    background.start(
        "list sweeps", sweeps::list, this::take, thrown -> content.set(Content.failed(thrown)));
    Consumer<List<SweepOverview>> newest = background.screen().latest(this::take);
    following = sweeps.followAll(newest);
  }

  /** Stops following. */
  public void hide() {
    following.close();
  }

  /** Rows, newest first. */
  ObservableList<SweepRow> rows() {
    return rows;
  }

  /** Whether the list is there, and how long it is. */
  ReadOnlyObjectProperty<Content<Integer>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  private void take(List<SweepOverview> all) {
    RowSync.apply(rows, all.stream().map(SweepRow::new).toList(), SweepRow::name);
    content.set(new Content.Ready<>(rows.size()));
  }
}
