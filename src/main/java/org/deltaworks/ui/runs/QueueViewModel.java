package org.deltaworks.ui.runs;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.WaitingRun;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.notice.Notices;

/** What waits for its turn, and what one can do about it. */
public final class QueueViewModel {
  private final QueueService queue;
  private final Background background;
  private final Notices notices;
  private final ObservableList<WaitingRow> rows = FXCollections.observableArrayList();
  private Subscription following = () -> {};

  /** Reads nothing before {@link #show}. */
  public QueueViewModel(QueueService queue, Background background, Notices notices) {
    this.queue = queue;
    this.background = background;
    this.notices = notices;
  }

  /** Begins to follow the queue; called on every visit. */
  public void show() {
    following.close();
    look();
    Consumer<List<WaitingRun>> newest = background.screen().latest(this::take);
    following = queue.follow(newest);
  }

  /** Stops following. */
  public void hide() {
    following.close();
  }

  /** In the order in which they will start. */
  ObservableList<WaitingRow> rows() {
    return rows;
  }

  /** Changes the order. */
  void move(WaitingRow row, RunQueue.Move where) {
    act("move a waiting run", () -> queue.move(row.id(), where));
  }

  /** Keeps a run from starting, or lets one go that was kept. */
  void holdOrRelease(WaitingRow row) {
    act(
        "hold a waiting run",
        () -> {
          if (row.held()) {
            queue.release(row.id());
          } else {
            queue.hold(row.id());
          }
        });
  }

  /** Takes a run out of the queue; for ten seconds that can be undone. */
  void cancel(WaitingRow row) {
    background.act(
        "cancel a waiting run",
        () -> queue.cancel(row.id()),
        () -> {
          look();
          notices.undoable(
              "\"%s\" waits no longer.".formatted(row.name()),
              () -> act("put a run back", () -> queue.putBack(row.id())),
              () -> {});
        },
        notices::failed);
  }

  private void act(String name, Runnable work) {
    background.act(name, work, this::look, notices::failed);
  }

  private void look() {
    background.start("list the queue", queue::list, this::take, notices::failed);
  }

  private void take(List<WaitingRun> all) {
    List<WaitingRow> now =
        all.stream().map(w -> new WaitingRow(w, w.place() == all.size())).toList();
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
  }
}
