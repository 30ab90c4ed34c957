package org.deltaworks.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.endings.Endings;
import org.deltaworks.service.settings.Preferences;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.adapters.AdaptersView;
import org.deltaworks.ui.adapters.AdaptersViewModel;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.datasets.DatasetsView;
import org.deltaworks.ui.datasets.DatasetsViewModel;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.home.HomeScreen;
import org.deltaworks.ui.home.HomeView;
import org.deltaworks.ui.home.HomeViewModel;
import org.deltaworks.ui.home.WhyLoraView;
import org.deltaworks.ui.home.WhyLoraViewModel;
import org.deltaworks.ui.models.ModelsView;
import org.deltaworks.ui.models.ModelsViewModel;
import org.deltaworks.ui.navigation.Screen;
import org.deltaworks.ui.notice.NoticePane;
import org.deltaworks.ui.notice.Notices;
import org.deltaworks.ui.playground.PlaygroundView;
import org.deltaworks.ui.playground.PlaygroundViewModel;
import org.deltaworks.ui.runs.QueueViewModel;
import org.deltaworks.ui.runs.RunView;
import org.deltaworks.ui.runs.RunViewModel;
import org.deltaworks.ui.runs.RunsScreen;
import org.deltaworks.ui.runs.RunsView;
import org.deltaworks.ui.runs.RunsViewModel;
import org.deltaworks.ui.runs.SweepView;
import org.deltaworks.ui.runs.SweepViewModel;
import org.deltaworks.ui.runs.SweepsView;
import org.deltaworks.ui.runs.SweepsViewModel;
import org.deltaworks.ui.settings.SettingsView;
import org.deltaworks.ui.settings.SettingsViewModel;
import org.deltaworks.ui.shell.Announcer;
import org.deltaworks.ui.shell.EndTeller;
import org.deltaworks.ui.shell.MachineStatus;
import org.deltaworks.ui.shell.Section;
import org.deltaworks.ui.shell.ShellView;
import org.deltaworks.ui.shell.ShellViewModel;
import org.deltaworks.ui.shell.ShellWindow;
import org.deltaworks.ui.training.TrainingView;
import org.deltaworks.ui.training.TrainingViewModel;

/** The window, wired: read top to bottom, it is the screen's architecture. FX thread only. */
public final class DesktopWindow implements AutoCloseable {
  /** Shorter than one notices, longer than a slider takes from one notch to the next. */
  private static final Duration SETTINGS_REST = Duration.ofMillis(200);

  private final Workbench work;
  private final Background background;
  private final FilePicker picker;
  private final Opener opener;
  private final Theme theme;
  private final ShellViewModel shell;
  private final NoticePane notices;
  private final Subscription machine;

  /**
   * Builds the window's content into the stage; the caller shows it.
   *
   * @param look looks at memory now; called off the window's thread
   * @param announcer tells the desktop what has ended
   */
  public DesktopWindow(
      Stage stage,
      Workbench work,
      Supplier<MachineStatus> look,
      FilePicker picker,
      Opener opener,
      Announcer announcer) {
    this.work = work;
    this.background = new Background(work.tasks(), ScreenThread.platform());
    this.picker = picker;
    this.opener = opener;
    this.theme = new Theme(appearance(work.settings().current().theme()));
    this.shell = new ShellViewModel(work.runs(), background);
    this.notices = new NoticePane(ScreenThread.platform());
    notices.setContent(new ShellView(shell, screens()).node());
    new ShellWindow(stage, shell, notices, theme);
    this.machine = MachineWatch.start(look, shell.machineReceiver());
    EndTeller teller =
        new EndTeller(
            stage.focusedProperty(),
            stage.titleProperty(),
            () -> work.settings().current().told(),
            background,
            announcer);
    shell.start(new Endings(work.queue(), work.sweeps(), teller.receiver()));
    HomeWarning.look(work.settings().home(), notices);
  }

  /** Light or dark, for whoever takes pictures. */
  public Theme theme() {
    return theme;
  }

  /** Goes places, for whoever drives the window from outside. */
  public ShellViewModel shell() {
    return shell;
  }

  /** Stops looking; what runs goes on. */
  @Override
  public void close() {
    machine.close();
    shell.stop();
  }

  private Map<Section, Supplier<Screen>> screens() {
    Map<Section, Supplier<Screen>> screens = new EnumMap<>(Section.class);
    screens.put(Section.HOME, this::home);
    screens.put(Section.TRAIN, this::training);
    screens.put(Section.RUNS, this::runs);
    screens.put(Section.ADAPTERS, this::adapters);
    screens.put(Section.TRY_IT, this::playground);
    screens.put(Section.MODELS, this::models);
    screens.put(Section.DATA, this::datasets);
    screens.put(Section.SETTINGS, this::settings);
    return screens;
  }

  private Screen home() {
    HomeViewModel.Services services =
        new HomeViewModel.Services(
            work.models(), work.adapters(), work.runs(), work.demos()::list, work.demos()::start);
    return new HomeScreen(
        new HomeView(new HomeViewModel(services, background, shell, told())),
        new WhyLoraView(
            new WhyLoraViewModel(work.comparison(), work.runs(), background, shell, told())));
  }

  private Screen training() {
    TrainingViewModel.Services services =
        new TrainingViewModel.Services(
            work.training(),
            work.models(),
            work.datasets(),
            work.recipes(),
            work.estimates(),
            work.sweeps(),
            SETTINGS_REST);
    return new TrainingView(
        new TrainingViewModel(services, background, shell, told()), picker, told());
  }

  private Screen runs() {
    RunsViewModel runs = new RunsViewModel(work.runs(), work.resumption(), background, told());
    RunViewModel run = new RunViewModel(work.runs(), work.resumption(), background, shell, told());
    QueueViewModel queue = new QueueViewModel(work.queue(), background, told());
    return new RunsScreen(
        runs, queue, new RunsView(runs, queue, shell), run, new RunView(run, picker), sweeps());
  }

  private RunsScreen.Sweeps sweeps() {
    SweepsViewModel listed = new SweepsViewModel(work.sweeps(), background);
    SweepViewModel sweep = new SweepViewModel(work.sweeps(), background, shell, told());
    return new RunsScreen.Sweeps(
        listed, new SweepsView(listed, shell), sweep, new SweepView(sweep));
  }

  private Screen adapters() {
    AdaptersViewModel model =
        new AdaptersViewModel(
            work.adapters(), work.models(), this::merge, background, shell, told());
    return new AdaptersView(model, picker, opener, shell);
  }

  private Screen playground() {
    PlaygroundViewModel model =
        new PlaygroundViewModel(
            work.playground(),
            work.models(),
            work.adapters(),
            work.demos()::prompts,
            background,
            told());
    return new PlaygroundView(model, shell);
  }

  private Screen models() {
    return new ModelsView(new ModelsViewModel(work.models(), background, shell, told()), picker);
  }

  private Screen datasets() {
    return new DatasetsView(
        new DatasetsViewModel(work.datasets(), work.models(), background, shell, told()), picker);
  }

  private Screen settings() {
    return new SettingsView(
        new SettingsViewModel(
            new SettingsViewModel.Services(work.settings(), work.about(), work.diagnostics()),
            theme.appearanceProperty(),
            background,
            told()),
        picker,
        opener);
  }

  private void merge(Adapter adapter, Path out) {
    try {
      work.evaluation()
          .merge(
              new MergeRequest(
                  adapter.lineage().baseModel(),
                  List.of(new AdapterChoice(adapter.folder().toString(), 1)),
                  out.toString(),
                  StoredTensor.Type.F32));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private Notices told() {
    return notices;
  }

  private static Appearance appearance(Preferences.Theme wanted) {
    return switch (wanted) {
      case SYSTEM -> Appearance.SYSTEM;
      case LIGHT -> Appearance.LIGHT;
      case DARK -> Appearance.DARK;
    };
  }
}
