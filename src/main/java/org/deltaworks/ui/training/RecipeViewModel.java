package org.deltaworks.ui.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.training.RecipeFiles;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.notice.Notices;

/** The form of a training as something that others can be given: a file, or a command. */
final class RecipeViewModel {
  private final TrainingForm form;
  private final TrainingService training;
  private final RecipeFiles files;
  private final Background background;
  private final Notices notices;

  RecipeViewModel(
      TrainingForm form,
      TrainingService training,
      RecipeFiles files,
      Background background,
      Notices notices) {
    this.form = form;
    this.training = training;
    this.files = files;
    this.background = background;
    this.notices = notices;
  }

  /** Gives the command that does what the form says. */
  void command(Consumer<String> receiver) {
    receiver.accept(training.commandLine(form.draftProperty().get()));
  }

  /** What a recipe of this form might be called. */
  String name() {
    String name = form.draftProperty().get().text(Setting.NAME);
    return (name.isBlank() ? "training" : name) + ".recipe.json";
  }

  /** Writes the form to a file. */
  void save(Path file) {
    TrainingDraft draft = form.draftProperty().get();
    background.act(
        "save a recipe",
        () -> files.write(file, draft),
        () -> notices.tell("Saved as %s.".formatted(file.getFileName())),
        notices::failed);
  }

  /** Fills the form from a file. */
  void load(Path file) {
    background.start(
        "load a recipe",
        () -> files.read(file),
        draft -> {
          form.replace(draft);
          notices.tell("Filled in from %s.".formatted(file.getFileName()));
        },
        notices::failed);
  }
}
