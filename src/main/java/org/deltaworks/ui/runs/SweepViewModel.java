package org.deltaworks.ui.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.live.RowSync;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** One sweep as it goes on: its table, the best so far, and what one can do about it. */
public final class SweepViewModel {
  private final SweepService sweeps;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final ObservableList<SweepPointRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Content<Optional<SweepOverview>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private Subscription following = () -> {};
  private String name = "";

  /** Reads nothing before {@link #show}. */
  public SweepViewModel(
      SweepService sweeps, Background background, Navigator navigator, Notices notices) {
    this.sweeps = sweeps;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
  }

  /** Follows the sweep of this name. */
  public void show(String sweep) {
    following.close();
    if (!sweep.equals(name)) {
      name = sweep;
      rows.clear();
      content.set(new Content.Loading<>());
    }
    Consumer<Optional<SweepOverview>> newest = background.screen().latest(now -> take(sweep, now));
    following = sweeps.follow(sweep, newest);
  }

  /** Stops following. */
  public void hide() {
    following.close();
  }

  /** Its runs, in the order in which they were asked for. */
  ObservableList<SweepPointRow> rows() {
    return rows;
  }

  /** How it stands; empty where there is no such sweep any more. */
  ReadOnlyObjectProperty<Content<Optional<SweepOverview>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Goes to the page of a run. */
  void open(SweepPointRow row) {
    navigator.go(new Place.RunPage(row.id()));
  }

  /** Goes to the page of the best run so far. */
  void openBest() {
    best().ifPresent(run -> navigator.go(new Place.RunPage(run.id())));
  }

  /** Goes and asks the model with what the best run made. */
  void tryBest() {
    best()
        .ifPresent(
            run ->
                run.result()
                    .ifPresent(
                        made ->
                            navigator.go(
                                RunViewModel.full(run)
                                    ? new Place.TryIt(Optional.of(made), List.of())
                                    : Place.TryIt.adapter(run.model(), made))));
  }

  /** Goes back to the list. */
  void list() {
    navigator.go(new Place.Sweeps());
  }

  /** How many of its runs wait for their turn. */
  static long waiting(SweepOverview overview) {
    return overview.count(RunState.QUEUED);
  }

  /** Takes what still waits out of the queue; for ten seconds that can be undone. */
  void cancelWaiting() {
    String mine = name;
    background.start(
        "cancel what waits of a sweep",
        () -> sweeps.cancelWaiting(mine),
        (List<Long> cancelled) -> {
          if (cancelled.isEmpty()) {
            notices.tell("Nothing of this sweep waits any more.");
            return;
          }
          notices.undoable(
              "%s of \"%s\" %s no longer."
                  .formatted(
                      cancelled.size() == 1
                          ? "One training"
                          : Figures.counted(cancelled.size(), "training"),
                      mine,
                      cancelled.size() == 1 ? "waits" : "wait"),
              () ->
                  background.act(
                      "put runs back", () -> sweeps.putBack(cancelled), () -> {}, notices::failed),
              () -> {});
        },
        notices::failed);
  }

  private Optional<Run> best() {
    return content
        .get()
        .ready()
        .flatMap(overview -> overview)
        .flatMap(SweepOverview::best)
        .map(SweepOverview.Point::run);
  }

  private void take(String sweep, Optional<SweepOverview> now) {
    if (!sweep.equals(name)) {
      return;
    }
    Optional<Long> best = now.flatMap(SweepOverview::best).map(point -> point.run().id());
    RowSync.apply(
        rows,
        now.map(SweepOverview::points).orElse(List.of()).stream()
            .map(p -> new SweepPointRow(p, best.equals(Optional.of(p.run().id()))))
            .toList(),
        SweepPointRow::id);
    content.set(new Content.Ready<>(now));
  }
}
