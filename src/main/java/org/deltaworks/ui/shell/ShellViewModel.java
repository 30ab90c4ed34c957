package org.deltaworks.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.live.LiveRun;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;

/** Where one is and was, and which run goes on. */
public final class ShellViewModel implements Navigator {
  private static final int REMEMBERED = 50;

  private final RunService runs;
  private final Background background;
  private final LiveRun live;
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(this, "place", new Place.Home());
  private final ReadOnlyObjectWrapper<Optional<Run>> running =
      new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<MachineStatus>> machine =
      new ReadOnlyObjectWrapper<>(this, "machine", Optional.empty());
  private final Deque<Place> been = new ArrayDeque<>();
  private Subscription following = () -> {};

  /** Follows nothing before {@link #start}. */
  public ShellViewModel(RunService runs, Background background) {
    this.runs = runs;
    this.background = background;
    this.live = new LiveRun(runs, background.screen());
    live.runProperty().addListener((property, old, now) -> now.ifPresent(this::sawRunning));
  }

  /** Begins to watch for runs, whoever started them. */
  public void start() {
    start(all -> {});
  }

  /**
   * As {@link #start()}.
   *
   * @param beside is given every list too, off the window's thread
   */
  public void start(Consumer<List<Run>> beside) {
    Consumer<List<Run>> newest = background.screen().latest(this::show);
    following = runs.followAll(newest.andThen(beside));
  }

  /** Stops watching; runs go on. */
  public void stop() {
    following.close();
    live.close();
  }

  @Override
  public void go(Place next) {
    if (!next.equals(place.get())) {
      been.push(place.get());
      if (been.size() > REMEMBERED) {
        been.removeLast();
      }
    }
    place.set(next);
  }

  @Override
  public void back() {
    if (!been.isEmpty()) {
      place.set(been.pop());
    }
  }

  /** Where one is. */
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** The newest run that trains; where none does, the newest that is about to. */
  public ReadOnlyObjectProperty<Optional<Run>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** That run's curve and speed. */
  public LiveRun live() {
    return live;
  }

  /** Memory and engine, once known. */
  public ReadOnlyObjectProperty<Optional<MachineStatus>> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  /** Told now and then by whoever probes the machine; any thread. */
  public Consumer<MachineStatus> machineReceiver() {
    return background.screen().latest(status -> machine.set(Optional.of(status)));
  }

  /** Stops the running run, which keeps what it learnt, then goes on. */
  public void stopRunning(Runnable then, Consumer<Throwable> otherwise) {
    running
        .get()
        .ifPresentOrElse(
            run -> background.act("stop a run", () -> runs.stop(run.id()), then, otherwise), then);
  }

  private void show(List<Run> all) {
    // What waits behind the one that trains is newer, and says less.
    Optional<Run> now =
        all.stream()
            .filter(run -> run.state() == RunState.RUNNING)
            .findFirst()
            .or(() -> all.stream().filter(ShellViewModel::goesOn).findFirst());
    Optional<Run> before = running.get();
    if (now.isPresent() && !now.map(Run::id).equals(before.map(Run::id))) {
      live.open(now.get().id());
    } else if (now.isEmpty()) {
      live.close();
    }
    running.set(now);
  }

  private void sawRunning(Run run) {
    if (running.get().map(Run::id).equals(Optional.of(run.id()))) {
      running.set(goesOn(run) ? Optional.of(run) : Optional.empty());
    }
  }

  private static boolean goesOn(Run run) {
    return run.state() == RunState.RUNNING || run.state() == RunState.QUEUED;
  }
}
