package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.Promise;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the form's run will take, following the form while its settings change. What goes wrong here
 * is said here; the form goes on.
 */
final class PromiseViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(PromiseViewModel.class);

  private final TrainingForm form;
  private final EstimateService estimates;
  private final Background.Latest asking;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<PromiseNote> note =
      new ReadOnlyObjectWrapper<>(this, "note", new PromiseNote.None());
  private Optional<TrainingDraft> asked = Optional.empty();

  /**
   * Follows a form.
   *
   * @param asking where estimates are made
   */
  PromiseViewModel(
      TrainingForm form, EstimateService estimates, Background.Latest asking, Notices notices) {
    this.form = form;
    this.estimates = estimates;
    this.asking = asking;
    this.notices = notices;
    form.draftProperty().addListener((property, old, now) -> follow(now));
  }

  /** What is known. */
  ReadOnlyObjectProperty<PromiseNote> noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Asks anew though no setting changed: what is free, and the files, may have. */
  void refresh() {
    asked = Optional.empty();
    follow(form.draftProperty().get());
  }

  /** Changes the settings that a remedy changes; it can be undone. */
  void take(Promise.Remedy remedy) {
    TrainingDraft before = form.draftProperty().get();
    remedy.draft().said().forEach(form::edit);
    notices.tell("Changed: %s.".formatted(remedy.words()), "Undo", () -> form.replace(before));
  }

  private void follow(TrainingDraft now) {
    TrainingDraft counts = now.with(Setting.NAME, "");
    if (asked.filter(counts::equals).isPresent()) {
      return;
    }
    asked = Optional.of(counts);
    asking.cancel();
    if (!(counts.toPlan() instanceof Checked.Valid<TrainingPlan>)) {
      note.set(new PromiseNote.None());
      return;
    }
    note.set(new PromiseNote.Reading());
    asking.start(
        () -> estimates.estimate(counts),
        (Promise promise) -> hear(counts, new PromiseNote.Made(promise)),
        thrown -> hear(counts, failed(thrown)));
  }

  /** What was under way to the window's thread while the form changed is not shown. */
  private void hear(TrainingDraft about, PromiseNote found) {
    if (asked.filter(about::equals).isPresent()) {
      note.set(found);
    }
  }

  private static PromiseNote failed(Throwable thrown) {
    Problem problem = Content.problemOf(thrown);
    if (problem.kind() == Problem.Kind.DEFECT) {
      LOG.warn("An estimate failed.", thrown);
    }
    return new PromiseNote.Unknown(problem);
  }
}
