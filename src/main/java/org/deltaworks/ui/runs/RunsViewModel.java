package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.runs.Resumption;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.live.RowSync;
import org.deltaworks.ui.notice.Notices;

/** The list of runs, as it stands and goes on while it is looked at. */
public final class RunsViewModel {
  private final RunService runs;
  private final Resumption resumption;
  private final Background background;
  private final Notices notices;
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Content<Integer>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private Subscription following = () -> {};

  /** Reads nothing before {@link #show}. */
  public RunsViewModel(
      RunService runs, Resumption resumption, Background background, Notices notices) {
    this.runs = runs;
    this.resumption = resumption;
    this.background = background;
    this.notices = notices;
  }

  /** Begins to follow the list; called on every visit. */
  public void show() {
    following.close();
    background.start("list runs", () -> rows(runs.list()), this::take, this::failed);
    Consumer<List<RunRow>> newest = background.screen().latest(this::take);
    following = runs.followAll(all -> newest.accept(rows(all)));
  }

  /** Stops following. */
  public void hide() {
    following.close();
  }

  /** Rows, newest first. */
  ObservableList<RunRow> rows() {
    return rows;
  }

  /** Whether the list is there, and how long it is. */
  ReadOnlyObjectProperty<Content<Integer>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Asks running runs to rest. */
  void pause(List<RunRow> chosen) {
    each("pause runs", chosen, runs::pause);
  }

  /** Lets runs at rest go on. */
  void resume(List<RunRow> chosen) {
    each("resume runs", chosen, id -> resumption.goOn(id, Instant.now()));
  }

  /** Ends runs, which keep what they learnt. */
  void stop(List<RunRow> chosen) {
    each("stop runs", chosen, runs::stop);
  }

  /** Takes runs at rest off the list; for ten seconds that can be undone. */
  void delete(List<RunRow> chosen) {
    List<Long> ids = chosen.stream().map(RunRow::id).toList();
    background.act(
        "delete runs",
        () -> ids.forEach(runs::discard),
        () -> {
          rows.removeIf(row -> ids.contains(row.id()));
          content.set(new Content.Ready<>(rows.size()));
          String what =
              ids.size() == 1
                  ? "\"%s\" was deleted.".formatted(chosen.getFirst().name())
                  : Figures.counted(ids.size(), "run") + " were deleted.";
          notices.undoable(
              what,
              () -> each("restore runs", chosen, runs::restore),
              () -> each("purge runs", chosen, runs::purge));
        },
        notices::failed);
  }

  private void each(String name, List<RunRow> chosen, Consumer<Long> act) {
    List<Long> ids = chosen.stream().map(RunRow::id).toList();
    background.act(name, () -> ids.forEach(act), () -> {}, notices::failed);
  }

  /** Made off the window's thread: there may be thousands. */
  private static List<RunRow> rows(List<Run> all) {
    return all.stream().map(RunRow::new).toList();
  }

  private void take(List<RunRow> all) {
    RowSync.apply(rows, all, RunRow::id);
    content.set(new Content.Ready<>(rows.size()));
  }

  private void failed(Throwable thrown) {
    content.set(Content.failed(thrown));
  }
}
