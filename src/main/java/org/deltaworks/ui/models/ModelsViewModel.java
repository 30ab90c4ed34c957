package org.deltaworks.ui.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.deltaworks.domain.models.WeightFinding;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.models.ModelSnapshot;
import org.deltaworks.service.task.Outcome;
import org.deltaworks.service.task.Progress;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** The shelf of models. */
public final class ModelsViewModel {
  private final ModelService models;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Content<List<ModelCard>>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ReadOnlyObjectWrapper<Optional<Problem>> addProblem =
      new ReadOnlyObjectWrapper<>(this, "addProblem", Optional.empty());
  private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper(this, "adding");
  private final Map<String, ObjectProperty<FileCheckState>> states = new HashMap<>();

  /** Over these services; it reads nothing before it is shown. */
  public ModelsViewModel(
      ModelService models, Background background, Navigator navigator, Notices notices) {
    this.models = models;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    Consumer<List<ModelSnapshot>> changed = background.screen().latest(this::showAll);
    models.follow(changed::accept);
  }

  /** The cards. */
  public ReadOnlyObjectProperty<Content<List<ModelCard>>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Why the last folder was not taken, until the next one is. */
  public ReadOnlyObjectProperty<Optional<Problem>> addProblemProperty() {
    return addProblem.getReadOnlyProperty();
  }

  /** Whether a folder is being read. */
  public ReadOnlyBooleanProperty addingProperty() {
    return adding.getReadOnlyProperty();
  }

  /** How far the look through this model's files is. */
  public ObjectProperty<FileCheckState> checkOf(String name) {
    return states.computeIfAbsent(
        name, n -> new SimpleObjectProperty<>(this, n, new FileCheckState.Unchecked()));
  }

  /** Reads the shelf. */
  public void refresh() {
    background.start(
        "list models", models::list, this::showAll, thrown -> content.set(Content.failed(thrown)));
  }

  /** Puts a folder on the shelf and looks through its files. */
  public void add(Path folder) {
    addProblem.set(Optional.empty());
    adding.set(true);
    background.start(
        "add a model",
        () -> models.add(folder),
        added -> {
          adding.set(false);
          notices.tell("Added %s.".formatted(added.name()));
          check(ModelCard.of(added));
        },
        thrown -> {
          adding.set(false);
          addProblem.set(Optional.of(Content.problemOf(thrown)));
        });
  }

  /** Closes the words about a folder that was not taken. */
  public void forgetProblem() {
    addProblem.set(Optional.empty());
  }

  /** Takes a model off the shelf; for 10 seconds that can be undone. Its files stay. */
  public void remove(ModelCard card) {
    background.act(
        "remove a model",
        () -> models.remove(card.name()),
        () ->
            notices.undoable(
                "Removed %s from the list. Its files stay.".formatted(card.name()),
                () -> putBack(card),
                () -> {}),
        notices::failed);
  }

  /** Reads all of a model's numbers, once. */
  public void check(ModelCard card) {
    ObjectProperty<FileCheckState> state = checkOf(card.name());
    state.set(new FileCheckState.Checking(OptionalDouble.empty()));
    background.start(
        "check " + card.name(),
        job -> models.check(card.name(), card.folder(), job),
        new CheckOutcome(state));
  }

  /** Opens the form of a new training with this model. */
  public void train(ModelCard card) {
    navigator.go(new Place.NewTraining(TrainingDraft.empty().with(Setting.MODEL, card.name())));
  }

  /** Asks this model something. */
  public void tryIt(ModelCard card) {
    navigator.go(new Place.TryIt(Optional.of(card.name()), List.of()));
  }

  private void putBack(ModelCard card) {
    background.start(
        "put a model back", () -> models.add(card.folder(), card.name()), m -> {}, notices::failed);
  }

  private void showAll(List<ModelSnapshot> all) {
    content.set(new Content.Ready<>(all.stream().map(ModelCard::of).toList()));
    for (ModelSnapshot model : all) {
      if (model.details().isPresent()
          && checkOf(model.name()).get() instanceof FileCheckState.Unchecked) {
        background.start(
            "look up a check",
            () -> models.checked(model.folder()),
            known -> known.ifPresent(result -> show(checkOf(model.name()), result)),
            thrown -> {});
      }
    }
  }

  private static void show(ObjectProperty<FileCheckState> state, WeightFinding result) {
    state.set(
        result
            .notFinite()
            .<FileCheckState>map(
                tensor ->
                    new FileCheckState.Broken(
                        "%s holds something that is no number. Download the model again."
                            .formatted(tensor)))
            .orElse(new FileCheckState.Sound(result.sha256())));
  }

  /** Shows a check on a card. */
  private record CheckOutcome(ObjectProperty<FileCheckState> state)
      implements Outcome<WeightFinding> {
    @Override
    public void progressed(Progress progress) {
      if (state.get() instanceof FileCheckState.Checking) {
        state.set(new FileCheckState.Checking(progress.share()));
      }
    }

    @Override
    public void succeeded(WeightFinding result) {
      show(state, result);
    }

    @Override
    public void failed(Throwable thrown) {
      state.set(new FileCheckState.Broken(Content.problemOf(thrown).line()));
    }

    @Override
    public void cancelled() {
      state.set(new FileCheckState.Unchecked());
    }
  }
}
