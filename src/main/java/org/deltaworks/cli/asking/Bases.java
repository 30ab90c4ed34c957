package org.deltaworks.cli.asking;

import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.Workbench;

/** Which model an adapter was made for, where nobody says it. */
public final class Bases {
  private Bases() {}

  /**
   * The base of an adapter of the catalog: by its name if the catalog knows it, else where the run
   * that made the adapter found it.
   *
   * @param adapter name, with or without a strength
   * @throws ProblemException if that cannot be known
   */
  public static String of(Workbench bench, String adapter) {
    String name = AdapterChoice.parse(adapter).adapter();
    Optional<Adapter> known =
        bench.adapters().list().stream().filter(a -> a.name().equals(name)).findFirst();
    if (known.isEmpty()) {
      throw unknown(name);
    }
    Adapter.Lineage lineage = known.get().lineage();
    if (bench.models().list().stream().anyMatch(m -> m.name().equals(lineage.baseModel()))) {
      return lineage.baseModel();
    }
    return lineage
        .run()
        .flatMap(run -> bench.runs().list().stream().filter(r -> r.name().equals(run)).findFirst())
        .map(run -> run.draft().text(Setting.MODEL))
        .orElseThrow(() -> unknown(name));
  }

  private static ProblemException unknown(String adapter) {
    return Problem.at(
            "model",
            Problem.Kind.WRONG_USAGE,
            "Nothing here says which model the adapter \"%s\" was made for.".formatted(adapter),
            "Say --model with a name or a folder.")
        .asException();
  }
}
