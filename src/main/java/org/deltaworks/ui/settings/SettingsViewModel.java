package org.deltaworks.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deltaworks.service.diagnostics.DiagnosticsFile;
import org.deltaworks.service.diagnostics.DiagnosticsService;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.Preferences;
import org.deltaworks.service.settings.SettingsService;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.notice.Notices;
import org.deltaworks.ui.notice.Question;

/** What a person chooses for the whole program, and what it is made of. */
public final class SettingsViewModel {
  private static final int MOST_THREADS = 1024;

  private final SettingsService settings;
  private final AboutService about;
  private final DiagnosticsService diagnostics;
  private final Background background;
  private final Notices notices;
  private final ObjectProperty<Appearance> appearance;
  private final StringProperty threads = new SimpleStringProperty(this, "threads", "");
  private final ReadOnlyObjectWrapper<Optional<String>> threadsProblem =
      new ReadOnlyObjectWrapper<>(this, "threadsProblem", Optional.empty());
  private final ReadOnlyObjectWrapper<Content<About>> facts =
      new ReadOnlyObjectWrapper<>(this, "facts", new Content.Loading<>());

  /**
   * What About shows.
   *
   * @param versions parts and their versions
   * @param thirdParties what is by others
   * @param license the program's own licence
   */
  public record About(
      List<AboutService.Version> versions,
      List<AboutService.ThirdParty> thirdParties,
      String license) {
    public About {
      versions = List.copyOf(versions);
      thirdParties = List.copyOf(thirdParties);
    }
  }

  /**
   * What it works on.
   *
   * @param settings what a person chose
   * @param about what the program is made of
   * @param diagnostics what goes into a bug report
   */
  public record Services(
      SettingsService settings, AboutService about, DiagnosticsService diagnostics) {}

  /**
   * Over these services.
   *
   * @param appearance the window's own theme, changed at once
   */
  public SettingsViewModel(
      Services services,
      ObjectProperty<Appearance> appearance,
      Background background,
      Notices notices) {
    this.settings = services.settings();
    this.about = services.about();
    this.diagnostics = services.diagnostics();
    this.appearance = appearance;
    this.background = background;
    this.notices = notices;
    int chosen = settings.current().threads();
    threads.set(chosen == 0 ? "" : Integer.toString(chosen));
    threads.addListener((property, old, now) -> typedThreads(now));
  }

  /** Light, dark or as the system; choosing changes the window at once. */
  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  /** Processor cores to use, as typed; empty lets the engine choose. */
  public StringProperty threadsProperty() {
    return threads;
  }

  /** What is wrong with the number of threads. */
  public ReadOnlyObjectProperty<Optional<String>> threadsProblemProperty() {
    return threadsProblem.getReadOnlyProperty();
  }

  /** Versions and licences, once read. */
  public ReadOnlyObjectProperty<Content<About>> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Where catalog, adapters, runs and logs lie. */
  public Path home() {
    return settings.home();
  }

  /** Where the logs lie. */
  public Path logs() {
    return about.logs();
  }

  /** Reads what About shows. */
  public void show() {
    background.start(
        "read about",
        () -> new About(about.versions(), about.thirdParties(), about.license()),
        read -> facts.set(new Content.Ready<>(read)),
        thrown -> facts.set(Content.failed(thrown)));
  }

  /**
   * Gathers what helps to find a defect, shows the list, and lets the person say where to.
   *
   * @param where asks for a file; not called where the person has seen the list and thought better
   */
  public void report(Supplier<Optional<Path>> where) {
    background.start(
        "gather a bug report",
        diagnostics::gather,
        files ->
            notices.ask(
                new Question(
                    "Make a file for a bug report?",
                    "Nothing is sent. The file holds no row of your data, no prompt and no"
                        + " token:\n\n"
                        + files.stream()
                            .map(file -> "• " + file.line())
                            .collect(Collectors.joining("\n")),
                    List.of(
                        Question.cancel("Cancel"),
                        Question.main(
                            "Choose where…",
                            () -> where.get().ifPresent(zip -> write(zip, files)))))),
        notices::failed);
  }

  private void write(Path zip, List<DiagnosticsFile> files) {
    background.act(
        "write a bug report",
        () -> diagnostics.write(zip, files),
        () -> notices.tell("%s is written.".formatted(zip.getFileName())),
        notices::failed);
  }

  /** Whether trainings keep the machine awake. */
  public boolean awake() {
    return settings.current().awake();
  }

  /** Lets trainings that start from here on keep the machine awake, or not. */
  public void keepAwake(boolean chosen) {
    change(p -> p.withAwake(chosen));
  }

  /** Whether the desktop tells that a training has ended. */
  public boolean told() {
    return settings.current().told();
  }

  /** Lets the desktop tell from here on that a training has ended, or not. */
  public void tell(boolean chosen) {
    change(p -> p.withTold(chosen));
  }

  /** Chooses the look and keeps it. */
  public void choose(Appearance chosen) {
    appearance.set(chosen);
    change(p -> p.with(Preferences.Theme.valueOf(chosen.name())));
  }

  private void typedThreads(String typed) {
    String text = typed.strip();
    try {
      int number = text.isEmpty() ? 0 : Integer.parseInt(text);
      if (number >= 0 && number <= MOST_THREADS) {
        threadsProblem.set(Optional.empty());
        change(p -> p.withThreads(number));
        return;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    threadsProblem.set(
        Optional.of("Give a whole number up to %d, or nothing.".formatted(MOST_THREADS)));
  }

  private void change(UnaryOperator<Preferences> change) {
    background.act(
        "keep a preference",
        () -> settings.change(change.apply(settings.current())),
        () -> {},
        notices::failed);
  }
}
