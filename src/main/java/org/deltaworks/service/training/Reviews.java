package org.deltaworks.service.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.models.ModelService;

/** Reads drafts against the models, data and adapters that are there. Any thread. */
public final class Reviews {
  private final ModelService models;
  private final DatasetLocator data;
  private final AdapterStore adapters;

  /** Over a catalog. */
  public Reviews(ModelService models, DatasetLocator data, AdapterStore adapters) {
    this.models = models;
    this.data = data;
    this.adapters = adapters;
  }

  /** What the draft means and what is wrong with it; quick enough while a slider moves. */
  Review review(TrainingDraft draft) {
    List<Problem> problems = new ArrayList<>();
    Optional<TrainingPlan> plan = Optional.empty();
    switch (draft.toPlan()) {
      case Checked.Valid<TrainingPlan> valid -> plan = Optional.of(valid.value());
      case Checked.Invalid<TrainingPlan> invalid -> problems.addAll(invalid.problems());
    }
    Optional<BaseModel> model = Optional.empty();
    if (draft.says(Setting.MODEL)) {
      model = attempt(problems, () -> models.open(draft.text(Setting.MODEL)));
    }
    for (String file : draft.texts(Setting.DATA)) {
      attempt(problems, () -> data.find(file));
    }
    if (plan.isEmpty() || model.isEmpty()) {
      return new Review(
          problems, model, 0, model.map(BaseModel::parameters).orElse(0L), 0, Optional.empty());
    }
    BaseModel base = model.get();
    Optional<LoraSpec> lora = plan.get().lora();
    if (draft.says(Setting.INIT_ADAPTER) && lora.isPresent()) {
      lora = startingFrom(draft, lora.get(), base, problems);
    }
    lora.ifPresent(new TargetRules(base, problems)::check);
    long trainable =
        lora.map(spec -> spec.trainable(base.modules(), base.decoder().modelType()))
            .orElse(base.parameters());
    long bytes = lora.map(spec -> AdapterFile.bytes(base, spec)).orElse(trainable * Float.BYTES);
    return new Review(problems, model, trainable, base.parameters(), bytes, lora);
  }

  /**
   * A draft without problems.
   *
   * @throws ProblemException for the first problem
   */
  Review accepted(TrainingDraft draft) {
    Review review = review(draft);
    if (!review.problems().isEmpty()) {
      throw review.problems().getFirst().asException();
    }
    return review;
  }

  /** Rank, alpha and targets are those of the adapter to start from. */
  private Optional<LoraSpec> startingFrom(
      TrainingDraft draft, LoraSpec said, BaseModel base, List<Problem> problems) {
    Optional<StartAdapter> start =
        attempt(
            problems,
            () ->
                StartAdapter.read(
                    new AdapterLocator(adapters).find(draft.text(Setting.INIT_ADAPTER))));
    start.ifPresent(adapter -> adapter.check(draft, said, base, problems));
    return start.map(StartAdapter::lora);
  }

  private static <T> Optional<T> attempt(List<Problem> problems, Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (ProblemException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }

  /** Whether the chosen modules are there. */
  private record TargetRules(BaseModel model, List<Problem> problems) {
    void check(LoraSpec lora) {
      Set<String> unknown = lora.targets().unknown(model.modules());
      if (!unknown.isEmpty()) {
        refuse("The model %s has no module called %s.", String.join(", ", unknown));
      } else if (model.modules().stream()
          .noneMatch(m -> lora.adapts(m, model.decoder().modelType()))) {
        refuse("No module of %s is chosen by \"%s\".", lora.targets().text());
      }
    }

    private void refuse(String message, String what) {
      List<String> names = model.modules().stream().map(m -> m.name()).distinct().sorted().toList();
      problems.add(
          Problem.at(
              Setting.TARGET_MODULES.option(),
              Problem.Kind.WRONG_USAGE,
              message.formatted(model.name(), what),
              "Choose from %s, or all-linear.".formatted(String.join(", ", names))));
    }
  }
}
