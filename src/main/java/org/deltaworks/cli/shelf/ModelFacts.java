package org.deltaworks.cli.shelf;

import java.util.List;
import java.util.Optional;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Failures;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.service.models.ModelSnapshot;

/** A base model as scripts read it. */
final class ModelFacts {
  private ModelFacts() {}

  static Facts of(ModelSnapshot model) {
    Facts facts =
        new Facts()
            .with("model", model.name())
            .with("name", model.name())
            .with("folder", model.folder())
            .with("bundled", model.bundled());
    model.details().ifPresent(details -> details(facts, details));
    facts.with("sha256", model.sha256());
    model.problem().ifPresent(problem -> facts.with("problem", Failures.facts(problem)));
    return facts;
  }

  private static void details(Facts facts, BaseModel model) {
    facts
        .with("architecture", model.decoder().modelType())
        .with("parameters", model.parameters())
        .with("layers", model.decoder().layers())
        .with("hidden", model.decoder().hidden())
        .with("vocabulary", model.decoder().vocabulary())
        .with("context", model.decoder().context())
        .with("dtype", model.storedType())
        .with("modules", model.modules().stream().map(LinearModule::name).distinct().toList())
        .with("module_paths", model.modules().stream().map(LinearModule::path).toList())
        .with("license", model.license())
        .with("bytes", model.bytes())
        .with("chat_template", model.chatTemplate().isPresent());
  }

  /** A model as a line of a table. */
  static List<String> row(ModelSnapshot model) {
    Optional<BaseModel> details = model.details();
    return List.of(
        model.name(),
        details.map(d -> d.decoder().modelType()).orElse("cannot be read"),
        details.map(d -> "%,d".formatted(d.parameters())).orElse("-"),
        details.map(d -> Sizes.of(d.bytes())).orElse("-"),
        details.flatMap(BaseModel::license).orElse("-"));
  }
}
