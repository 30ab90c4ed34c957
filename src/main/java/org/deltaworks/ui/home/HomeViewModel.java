package org.deltaworks.ui.home;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** What is here, and the ways onward. */
public final class HomeViewModel {
  private final Services services;
  private final Background.Latest reading;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Optional<String>> starting =
      new ReadOnlyObjectWrapper<>(this, "starting", Optional.empty());
  private final ReadOnlyObjectWrapper<Content<HomeSnapshot>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private Subscription following = () -> {};
  private Map<Long, RunState> states = Map.of();

  /**
   * What the first screen asks.
   *
   * @param demos the bundled demos; empty where there are none
   * @param start starts a demo's training
   */
  public record Services(
      ModelService models,
      AdapterService adapters,
      RunService runs,
      Supplier<List<Demo>> demos,
      BiFunction<Demo, Instant, Run> start) {}

  /** Reads nothing before {@link #show}. */
  public HomeViewModel(
      Services services, Background background, Navigator navigator, Notices notices) {
    this.services = services;
    this.background = background;
    this.reading = background.latest("read the first screen");
    this.navigator = navigator;
    this.notices = notices;
  }

  /** Reads again and follows the runs; called on every visit. */
  public void show() {
    following.close();
    read();
    states = Map.of();
    Consumer<List<Run>> newest = background.screen().latest(this::follow);
    following = services.runs().followAll(newest);
  }

  /** Stops following. */
  public void hide() {
    following.close();
  }

  /** What is here. */
  ReadOnlyObjectProperty<Content<HomeSnapshot>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** {@code Good morning.} */
  static String greeting(LocalTime now) {
    int hour = now.getHour();
    if (hour >= 5 && hour < 12) {
      return "Good morning.";
    }
    return hour >= 12 && hour < 18 ? "Good afternoon." : "Good evening.";
  }

  /** {@code One base, 6 adapters, 4 MB.} */
  static String inventory(HomeSnapshot here) {
    String counted =
        Figures.counted(here.models(), "base model")
            + ", "
            + Figures.counted(here.adapters(), "adapter")
            + (here.adapters() > 0 ? ", " + Figures.bytes(here.adapterBytes()) : "")
            + ".";
    return Character.toUpperCase(counted.charAt(0)) + counted.substring(1);
  }

  /** Opens an empty form. */
  void train() {
    navigator.go(Place.NewTraining.empty());
  }

  /** The demo that is being started, by name. */
  ReadOnlyObjectProperty<Optional<String>> startingProperty() {
    return starting.getReadOnlyProperty();
  }

  /** Starts a demo's training and goes to its run's page; a second click meanwhile does nothing. */
  void start(Demo demo) {
    if (starting.get().isPresent()) {
      return;
    }
    starting.set(Optional.of(demo.name()));
    Instant asked = Instant.now();
    background.start(
        "start a demo",
        () -> services.start().apply(demo, asked),
        run -> {
          starting.set(Optional.empty());
          open(run);
        },
        thrown -> {
          starting.set(Optional.empty());
          notices.failed(thrown);
        });
  }

  /** Opens the form with everything a demo says filled in. */
  void change(Demo demo) {
    navigator.go(new Place.NewTraining(demo.settings()));
  }

  /** Goes and asks the model with what a demo's run made. */
  void tryIt(Run run) {
    run.result().ifPresent(made -> navigator.go(Place.TryIt.adapter(run.model(), made)));
  }

  /** Goes to the comparison of methods. */
  void whyLora() {
    navigator.go(new Place.WhyLora());
  }

  /** Goes to a run's page. */
  void open(Run run) {
    navigator.go(new Place.RunPage(run.id()));
  }

  /** Goes to an adapter. */
  void open(Adapter adapter) {
    navigator.go(new Place.Adapters(Optional.of(adapter.name())));
  }

  /** Goes and asks the model with an adapter. */
  void tryIt(Adapter adapter) {
    navigator.go(Place.TryIt.adapter(adapter.lineage().baseModel(), adapter.name()));
  }

  /** Goes to the list of runs. */
  void allRuns() {
    navigator.go(new Place.Runs());
  }

  /** Goes to the shelf of adapters. */
  void allAdapters() {
    navigator.go(Place.Adapters.all());
  }

  /** A run that only went on changes the lists of runs; one that came or ended, everything. */
  private void follow(List<Run> all) {
    Map<Long, RunState> now =
        all.stream().collect(Collectors.toMap(Run::id, Run::state, (a, b) -> a));
    boolean same = now.equals(states);
    states = now;
    if (!same || content.get().ready().isEmpty()) {
      read();
      return;
    }
    HomeSnapshot before = content.get().ready().get();
    reading.start(
        () -> before.with(all, curves(all)),
        found -> content.set(new Content.Ready<>(found)),
        thrown -> content.set(Content.failed(thrown)));
  }

  private Map<Long, List<Double>> curves(List<Run> all) {
    return services
        .runs()
        .sparklines(all.stream().limit(HomeSnapshot.RECENT).map(Run::id).toList());
  }

  private void read() {
    reading.start(
        this::look,
        found -> content.set(new Content.Ready<>(found)),
        thrown -> content.set(Content.failed(thrown)));
  }

  private HomeSnapshot look() {
    List<Run> runs = services.runs().list();
    List<Adapter> adapters = services.adapters().list();
    return new HomeSnapshot(
        services.models().list().size(),
        adapters.size(),
        adapters.stream().mapToLong(Adapter::bytes).sum(),
        runs.size(),
        runs.stream().limit(HomeSnapshot.RECENT).toList(),
        curves(runs),
        adapters.stream().limit(HomeSnapshot.RECENT).toList(),
        DemoOffer.of(services.demos().get(), runs),
        HomeSnapshot.busy(runs));
  }
}
