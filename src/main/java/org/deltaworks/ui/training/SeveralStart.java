package org.deltaworks.ui.training;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.deltaworks.service.task.Outcome;
import org.deltaworks.service.task.Task;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Background;
import org.jspecify.annotations.Nullable;

/**
 * The start of a sweep, which can be called off until a person is told that it waits: what had been
 * put into the queue by then is taken out again.
 */
final class SeveralStart implements Outcome<SweepOverview> {
  private final Heard heard;
  private volatile Optional<SweepOverview> made = Optional.empty();
  private @Nullable Task task;
  private boolean off;

  /**
   * Who hears of it; each is called on the window's thread.
   *
   * @param over it is no longer under way
   * @param unwanted what nobody wants any more
   */
  record Heard(
      Runnable over,
      Consumer<SweepOverview> started,
      Consumer<Throwable> refused,
      Consumer<SweepOverview> unwanted) {}

  SeveralStart(Heard heard) {
    this.heard = heard;
  }

  void begin(Background background, Callable<SweepOverview> work) {
    task =
        background.start(
            "fill the queue",
            job -> {
              SweepOverview now = work.call();
              made = Optional.of(now);
              return now;
            },
            this);
  }

  /** Nobody wants it any more. */
  void callOff() {
    off = true;
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public void succeeded(SweepOverview overview) {
    if (off) {
      cancelled();
      return;
    }
    heard.over().run();
    heard.started().accept(overview);
  }

  @Override
  public void failed(Throwable thrown) {
    heard.over().run();
    if (!off) {
      heard.refused().accept(thrown);
    }
  }

  @Override
  public void cancelled() {
    heard.over().run();
    made.ifPresent(heard.unwanted());
  }
}
