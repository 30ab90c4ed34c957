package org.deltaworks.ui.home;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.demos.ComparisonService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** The comparison of ways to train: the last one, or the one that goes on. */
public final class WhyLoraViewModel {
  private final ComparisonService comparison;
  private final RunService runs;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Content<Optional<Comparison>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");

  /** Reads nothing before {@link #show}; hears of a comparison that goes on from now on. */
  public WhyLoraViewModel(
      ComparisonService comparison,
      RunService runs,
      Background background,
      Navigator navigator,
      Notices notices) {
    this.comparison = comparison;
    this.runs = runs;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    Consumer<Comparison> changed =
        background.screen().latest(now -> content.set(new Content.Ready<>(Optional.of(now))));
    comparison.follow(changed::accept);
  }

  /** Reads the last comparison; called on every visit. */
  public void show() {
    running.set(comparison.running());
    background.start(
        "read the last comparison",
        comparison::last,
        last -> content.set(new Content.Ready<>(last)),
        thrown -> content.set(Content.failed(thrown)));
  }

  /** The last comparison, if there ever was one. */
  ReadOnlyObjectProperty<Content<Optional<Comparison>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Whether one goes on now. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it was asked to stop and has not yet. */
  ReadOnlyBooleanProperty stoppingProperty() {
    return stopping.getReadOnlyProperty();
  }

  /** Trains all ways, from the first. */
  void start() {
    begin(comparison::start);
  }

  /** Goes on where the last one was cut off. */
  void goOn() {
    begin(comparison::goOn);
  }

  /** Ends it; what was measured stays. */
  void stop() {
    stopping.set(true);
    background.act("stop the comparison", comparison::stop, () -> {}, notices::failed);
  }

  /** Goes to the page of a way's run. */
  void watch(String run) {
    background.start(
        "find a run",
        () -> runs.find(run),
        (Run found) -> navigator.go(new Place.RunPage(found.id())),
        notices::failed);
  }

  /** Goes back. */
  void home() {
    navigator.go(new Place.Home());
  }

  /** How far it is, in words. */
  static String progress(Comparison now) {
    long over = now.entries().stream().filter(Entry::over).count();
    String doing =
        now.base().isEmpty()
            ? "asking the base"
            : now.entries().stream()
                .filter(e -> e.state() == State.TRAINING || e.state() == State.MEASURING)
                .findFirst()
                .map(
                    e ->
                        (e.state() == State.TRAINING ? "training: " : "measuring: ")
                            + e.arm().label())
                .orElse("");
    String count = "%d of %d done".formatted(over, now.entries().size());
    return doing.isEmpty() ? count : count + " · " + doing;
  }

  private void begin(Callable<Comparison> work) {
    if (running.get()) {
      return;
    }
    running.set(true);
    stopping.set(false);
    background.start(
        "compare ways to train",
        work,
        done -> {
          running.set(false);
          content.set(new Content.Ready<>(Optional.of(done)));
        },
        thrown -> {
          running.set(false);
          notices.failed(thrown);
        });
  }
}
