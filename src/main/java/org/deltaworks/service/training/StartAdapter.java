package org.deltaworks.service.training;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * An adapter that a training starts from: rank, alpha and targets are its own, and a draft that
 * says otherwise is wrong.
 *
 * @param lora what its configuration says
 */
record StartAdapter(LoraSpec lora) {
  /**
   * Reads the configuration.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it is none we can use
   */
  static StartAdapter read(Path folder) {
    return new StartAdapter(
        new PeftReader(new SafetensorsReader(), new TensorNumbers()).settings(folder).lora());
  }

  /** Adds a problem for every setting that contradicts the adapter. */
  void check(TrainingDraft draft, LoraSpec said, BaseModel model, List<Problem> problems) {
    if (draft.says(Setting.RANK) && said.rank() != lora.rank()) {
      contradiction(Setting.RANK, draft, Integer.toString(lora.rank()), problems);
    }
    if (draft.says(Setting.ALPHA) && said.alpha() != lora.alpha()) {
      contradiction(Setting.ALPHA, draft, Double.toString(lora.alpha()), problems);
    }
    if (draft.says(Setting.METHOD) && said.rankStabilised() != lora.rankStabilised()) {
      Method method = lora.rankStabilised() ? Method.RSLORA : Method.LORA;
      contradiction(Setting.METHOD, draft, method.code(), problems);
    }
    if (draft.says(Setting.TARGET_MODULES) && !adapted(said, model).equals(adapted(lora, model))) {
      contradiction(Setting.TARGET_MODULES, draft, lora.targets().text(), problems);
    }
  }

  private static Set<LinearModule> adapted(LoraSpec spec, BaseModel model) {
    return new HashSet<>(
        model.modules().stream().filter(m -> spec.adapts(m, model.decoder().modelType())).toList());
  }

  private static void contradiction(
      Setting setting, TrainingDraft draft, String own, List<Problem> problems) {
    problems.add(
        new Problem(
            Problem.Kind.WRONG_USAGE,
            "%s is \"%s\", but the adapter to start from has \"%s\"."
                .formatted(setting.label(), draft.text(setting), own),
            "Leave --%s out, or start fresh.".formatted(setting.option()),
            Optional.of(setting.option())));
  }
}
