package org.deltaworks.ui.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.models.ModelSnapshot;
import org.deltaworks.ui.fx.Figures;

/**
 * A model as its card shows it.
 *
 * @param name unique name
 * @param folder where its files lie
 * @param bundled whether it ships with Deltaworks and stays
 * @param facts what there is to know, empty if its files cannot be read
 * @param problem why they cannot be read
 */
public record ModelCard(
    String name, Path folder, boolean bundled, List<Fact> facts, Optional<Problem> problem) {
  public ModelCard {
    facts = List.copyOf(facts);
  }

  /**
   * One line of a card.
   *
   * @param word what it is
   * @param value rounded for people
   * @param exact the exact value or more about it, for hovering
   */
  public record Fact(String word, String value, String exact) {}

  /** The card of a model on the shelf. */
  static ModelCard of(ModelSnapshot model) {
    return new ModelCard(
        model.name(),
        model.folder(),
        model.bundled(),
        model.details().map(ModelCard::facts).orElse(List.of()),
        model.problem());
  }

  private static List<Fact> facts(BaseModel base) {
    var decoder = base.decoder();
    return List.of(
        new Fact(
            "Family",
            "%s, %s".formatted(decoder.modelType(), Figures.counted(decoder.layers(), "layer")),
            "width %d, %d heads, vocabulary %s"
                .formatted(decoder.hidden(), decoder.heads(), Figures.exact(decoder.vocabulary()))),
        new Fact("Numbers", Figures.count(base.parameters()), Figures.exact(base.parameters())),
        new Fact(
            "On disk",
            "%s (%s)".formatted(Figures.bytes(base.bytes()), base.storedType()),
            Figures.exact(base.bytes()) + " bytes"),
        new Fact(
            "Longest text",
            Figures.exact(decoder.context()) + " tokens",
            "A token is about three quarters of a word."),
        new Fact("Licence", base.license().orElse("not stated"), "As its model card says."),
        new Fact(
            "Modules",
            "%d (%s)"
                .formatted(
                    base.modules().size(),
                    String.join(
                        ", ", names(base).stream().map(n -> n.replace("_proj", "")).toList())),
            "Parts that an adapter can change: " + String.join(", ", names(base))));
  }

  private static List<String> names(BaseModel base) {
    return base.modules().stream().map(LinearModule::name).distinct().toList();
  }
}
