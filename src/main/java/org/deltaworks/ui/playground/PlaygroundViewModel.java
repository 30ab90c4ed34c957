package org.deltaworks.ui.playground;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.models.ModelSnapshot;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.notice.Notices;
import org.jspecify.annotations.Nullable;

/** The same question to the base and to its adapter, side by side. */
public final class PlaygroundViewModel {
  private static final int HISTORY = 50;

  private final PlaygroundService playground;
  private final ModelService models;
  private final AdapterService adapters;
  private final Function<String, List<String>> prompts;
  private final Background.Latest suggesting;
  private final Background background;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Content<List<String>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ObservableList<String> modelNames = FXCollections.observableArrayList();
  private final ObservableList<String> adapterNames = FXCollections.observableArrayList();
  private final ObservableList<String> suggestions = FXCollections.observableArrayList();
  private final ObservableList<Exchange> history = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> model = new SimpleObjectProperty<>(this, "model");
  private final ObjectProperty<@Nullable String> adapter =
      new SimpleObjectProperty<>(this, "adapter");
  private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 1);
  private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
  private final BooleanProperty chat = new SimpleBooleanProperty(this, "chat");
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
  private final SamplingForm sampling = new SamplingForm();
  private final AnswerColumn base;
  private final AnswerColumn adapted;
  private final BooleanBinding busy;
  private final BooleanBinding together;
  private Map<String, ModelSnapshot> known = Map.of();
  private List<Adapter> shelf = List.of();
  private Optional<String> wantedAdapter = Optional.empty();
  private Optional<Question> last = Optional.empty();

  /**
   * Over these services; it reads nothing before it is shown.
   *
   * @param prompts what can be tried with what a run of this name made; called off the window's
   *     thread
   */
  public PlaygroundViewModel(
      PlaygroundService playground,
      ModelService models,
      AdapterService adapters,
      Function<String, List<String>> prompts,
      Background background,
      Notices notices) {
    this.playground = playground;
    this.models = models;
    this.adapters = adapters;
    this.prompts = prompts;
    this.suggesting = background.latest("find prompts to try");
    this.background = background;
    this.notices = notices;
    this.base = new AnswerColumn(background);
    this.adapted = new AnswerColumn(background);
    this.busy = Bindings.or(base.busyProperty(), adapted.busyProperty());
    this.together = Bindings.and(base.writingProperty(), adapted.writingProperty());
    together.addListener((property, old, now) -> share(now));
    model.addListener((property, old, now) -> modelChosen());
    adapter.addListener((property, old, now) -> suggest());
    Consumer<List<Adapter>> changed = background.screen().latest(this::showAdapters);
    adapters.follow(changed::accept);
  }

  /** Names of the models, once read. */
  public ReadOnlyObjectProperty<Content<List<String>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The models one can ask. */
  public ObservableList<String> modelNames() {
    return modelNames;
  }

  /** The adapters of the chosen model. */
  public ObservableList<String> adapterNames() {
    return adapterNames;
  }

  /** The base that is asked. */
  public ObjectProperty<@Nullable String> modelProperty() {
    return model;
  }

  /** The adapter that is asked beside it; null for the base alone. */
  public ObjectProperty<@Nullable String> adapterProperty() {
    return adapter;
  }

  /** How strongly the adapter speaks: 0 is off, 1 as trained. */
  public DoubleProperty strengthProperty() {
    return strength;
  }

  /** The question. */
  public StringProperty promptProperty() {
    return prompt;
  }

  /**
   * Whether the prompt is put as a question, in the form that training rows have: through the
   * model's chat template, or with a line end where it has none. Off, the model goes on writing.
   */
  public BooleanProperty chatProperty() {
    return chat;
  }

  /** How the next word is chosen. */
  public SamplingForm sampling() {
    return sampling;
  }

  /** What to do before asking; empty when nothing is missing. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** The base's answer. */
  public AnswerColumn base() {
    return base;
  }

  /** The adapter's answer. */
  public AnswerColumn adapted() {
    return adapted;
  }

  /** Whether an answer is under way. */
  public BooleanBinding busy() {
    return busy;
  }

  /** This session's questions, newest first. */
  public ObservableList<Exchange> history() {
    return history;
  }

  /** What one may try with the chosen adapter; empty if nobody wrote anything down for it. */
  public ObservableList<String> suggestions() {
    return suggestions;
  }

  /** Asks this. */
  void ask(String suggestion) {
    prompt.set(suggestion);
    ask();
  }

  /** Reads both shelves; takes the model and adapter that another screen asks for. */
  public void show(Optional<String> wantedModel, List<String> wantedAdapters) {
    wantedAdapter = wantedAdapters.stream().findFirst();
    background.start(
        "list models and adapters",
        () -> {
          List<Adapter> all = adapters.list();
          return new Shelves(models.list(), all);
        },
        shelves -> showShelves(shelves, wantedModel),
        thrown -> content.set(Content.failed(thrown)));
  }

  /** Asks base and adapter; an older question is cancelled. */
  public void ask() {
    String name = model.get();
    if (name == null || prompt.get().isBlank()) {
      hint.set(name == null ? "Choose a model first." : "Type a question or a beginning first.");
      return;
    }
    Optional<Sampling> how = sampling.sampling();
    Optional<Integer> most = sampling.maxTokens();
    if (how.isEmpty() || most.isEmpty()) {
      hint.set("Something under More is not a number that fits. Correct it first.");
      return;
    }
    hint.set("");
    Optional<String> chosen = Optional.ofNullable(adapter.get());
    double loudness = rounded(strength.get());
    Question question =
        new Question(
            name,
            chosen.map(a -> new AdapterChoice(a, loudness)).stream().toList(),
            prompt.get(),
            chat.get(),
            most.get(),
            how.get());
    last = Optional.of(question);
    remember(new Exchange(prompt.get(), name, chosen, loudness));
    base.ask(listener -> playground.ask(question.toBase(), listener));
    if (chosen.isPresent()) {
      adapted.ask(listener -> playground.ask(question, listener));
    } else {
      adapted.clear();
    }
  }

  /**
   * The strength came to rest: the adapter alone is asked the last question again, as it was asked,
   * if it was asked at another strength. The base's answer stays.
   */
  public void strengthSettled() {
    double loudness = rounded(strength.get());
    last.filter(
            question ->
                question.adapters().stream()
                    .anyMatch(a -> a.adapter().equals(adapter.get()) && a.strength() != loudness))
        .ifPresent(question -> askAdapted(question, loudness));
  }

  private void askAdapted(Question before, double loudness) {
    Question question =
        new Question(
            before.model(),
            before.adapters().stream().map(a -> new AdapterChoice(a.adapter(), loudness)).toList(),
            before.prompt(),
            before.chat(),
            before.maxNewTokens(),
            before.sampling(),
            before.stops());
    last = Optional.of(question);
    adapted.ask(listener -> playground.ask(question, listener));
  }

  private void share(boolean now) {
    if (now) {
      base.share();
      adapted.share();
    }
  }

  /** Ends the answers under way; what was said stays. */
  public void stop() {
    base.stop();
    adapted.stop();
  }

  /** Puts an earlier question back into the box. */
  public void recall(Exchange exchange) {
    prompt.set(exchange.prompt());
  }

  private void remember(Exchange exchange) {
    history.remove(exchange);
    history.addFirst(exchange);
    if (history.size() > HISTORY) {
      history.removeLast();
    }
  }

  /** Both shelves at one moment. */
  private record Shelves(List<ModelSnapshot> models, List<Adapter> adapters) {}

  private void showShelves(Shelves shelves, Optional<String> wantedModel) {
    known =
        shelves.models().stream()
            .filter(m -> m.details().isPresent())
            .collect(Collectors.toMap(ModelSnapshot::name, m -> m));
    List<String> names =
        shelves.models().stream().map(ModelSnapshot::name).filter(known::containsKey).toList();
    shelf = List.copyOf(shelves.adapters());
    if (!names.equals(modelNames)) {
      modelNames.setAll(names);
    }
    content.set(new Content.Ready<>(names));
    String now = model.get();
    Optional<String> next =
        wantedModel
            .filter(names::contains)
            .or(() -> Optional.ofNullable(now).filter(names::contains))
            .or(() -> newestBase(names))
            .or(() -> names.stream().findFirst());
    wantedModel
        .filter(wanted -> !names.contains(wanted))
        .ifPresent(
            wanted ->
                notices.tell("%s is not among your models. Add its folder.".formatted(wanted)));
    model.set(next.orElse(null));
    showAdapters(shelf);
  }

  private Optional<String> newestBase(List<String> names) {
    return shelf.stream().map(a -> a.lineage().baseModel()).filter(names::contains).findFirst();
  }

  private void modelChosen() {
    ModelSnapshot chosen = known.get(String.valueOf(model.get()));
    boolean talks = chosen != null && chosen.details().flatMap(d -> d.chatTemplate()).isPresent();
    showAdapters(shelf);
    chat.set(talks || adapter.get() != null);
  }

  private void showAdapters(List<Adapter> all) {
    shelf = List.copyOf(all);
    String name = model.get();
    List<String> fitting =
        all.stream().filter(a -> a.lineage().baseModel().equals(name)).map(Adapter::name).toList();
    String now = adapter.get();
    if (!fitting.equals(adapterNames)) {
      adapterNames.setAll(fitting);
    }
    Optional<String> next =
        wantedAdapter
            .filter(fitting::contains)
            .or(() -> Optional.ofNullable(now).filter(fitting::contains))
            .or(() -> fitting.stream().findFirst());
    if (wantedAdapter.filter(fitting::contains).isPresent()) {
      wantedAdapter = Optional.empty();
    }
    adapter.set(next.orElse(null));
    if (now == null && next.isPresent()) {
      // It learnt from questions, so questions show what it learnt.
      chat.set(true);
    }
  }

  private void suggest() {
    String name = adapter.get();
    Optional<String> run =
        shelf.stream()
            .filter(a -> a.name().equals(name))
            .findFirst()
            .flatMap(a -> a.lineage().run());
    suggesting.start(
        () -> run.map(prompts).orElse(List.of()), suggestions::setAll, notices::failed);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
  }
}
