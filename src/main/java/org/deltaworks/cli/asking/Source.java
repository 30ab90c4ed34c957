package org.deltaworks.cli.asking;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Option;

/** The model that is asked and the adapters on top of it. */
final class Source {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Name or folder of the model. Default: the base of the first adapter.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--adapter",
      paramLabel = "NAME[@X]",
      description = "Name or folder of an adapter, and how strongly it speaks; may be repeated.")
  private List<String> adapters = List.of();

  /** The adapters in the order they were said. */
  List<AdapterChoice> adapters() {
    return adapters.stream().map(AdapterChoice::parse).toList();
  }

  /**
   * The model that was said, or the one that the first adapter was made for.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if neither was said
   */
  String model(Workbench bench) {
    return model.orElseGet(
        () ->
            adapters().stream()
                .findFirst()
                .map(choice -> Bases.of(bench, choice.adapter()))
                .orElseThrow(
                    () ->
                        Problem.at(
                                "model",
                                Problem.Kind.WRONG_USAGE,
                                "No model was named.",
                                "Say --model with a name or a folder.")
                            .asException()));
  }
}
