package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.ModelFolderWriter;
import org.deltaworks.format.peft.PeftWriter;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.FileHash;
import org.deltaworks.platform.ProgramVersion;

/**
 * Puts what was learnt on the shelf, and a copy where the plan asks for one. The shelf comes first:
 * whatever happens to the copy, nothing learnt is lost.
 */
final class Publication {
  private final RunBook book;
  private final Prepared prepared;
  private final String engine;
  private final BaseModel base;

  Publication(RunBook book, Prepared prepared, String engine) {
    this.book = book;
    this.prepared = prepared;
    this.engine = engine;
    this.base = prepared.model().model();
  }

  /**
   * Publishes an adapter.
   *
   * @param baseHash sha256 over the base's weight files
   * @return its name in the catalog
   */
  String ofAdapter(LoraSpec spec, List<LoraPair> pairs, String baseHash) {
    PeftWriter writer = new PeftWriter(new SafetensorsWriter());
    Adapter adapter =
        new EarlierPublication(book.catalog().adapters(), base)
            .find(book.run(), pairs)
            .orElseGet(
                () ->
                    book.catalog()
                        .publisher()
                        .publish(
                            record(spec, pairs, baseHash),
                            folder -> writer.writePlain(folder, spec, base, base.name(), pairs)));
    book.published(adapter.folder());
    copy(adapter.name(), out -> writer.write(out, spec, base, base.name(), pairs));
    return adapter.name();
  }

  /**
   * Publishes a model all of whose weights were trained.
   *
   * @return its name in the catalog
   */
  String ofModel(List<OutgoingTensor> tensors) {
    ModelFolderWriter writer =
        new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES);
    Path folder = freeModelFolder();
    writer.write(folder, base, StoredTensor.Type.F32, tensors);
    book.published(folder);
    String name = String.valueOf(folder.getFileName());
    book.catalog()
        .models()
        .put(
            new ModelStore.ModelEntry(
                name,
                folder.toString(),
                base.decoder().modelType(),
                base.parameters(),
                tensors.stream().mapToLong(OutgoingTensor::bytes).sum(),
                base.license().orElse(""),
                Optional.empty()));
    copy(name, out -> writer.write(out, base, StoredTensor.Type.F32, tensors));
    return name;
  }

  private Path freeModelFolder() {
    Path models = book.folders().models();
    String stem = book.run().name();
    Path folder = models.resolve(stem);
    for (int i = 2; folder.toFile().exists(); i++) {
      folder = models.resolve(stem + "-" + i);
    }
    return folder;
  }

  private void copy(String name, java.util.function.Consumer<Path> writer) {
    Optional<Path> out = prepared.plan().out().map(Path::of);
    if (out.isEmpty()) {
      return;
    }
    try {
      writer.accept(out.get());
      book.published(out.get());
    } catch (ProblemException e) {
      Problem why = e.problem();
      throw Problem.of(
              why.kind(),
              "%s What was learnt is kept in the catalog as %s.".formatted(why.message(), name),
              why.remedy() + " Then export it from there.")
          .asException(e);
    }
  }

  private Adapter record(LoraSpec spec, List<LoraPair> pairs, String baseHash) {
    return new Adapter(
        0,
        book.run().name(),
        book.folders().adapters().resolve(book.run().name()),
        Instant.now(),
        spec.rank(),
        spec.alpha(),
        targets(spec),
        pairs.stream().mapToLong(LoraPair::parameters).sum(),
        0,
        lineage(baseHash),
        book.evaluationLoss(),
        "",
        List.of(),
        0);
  }

  private Adapter.Lineage lineage(String baseHash) {
    return new Adapter.Lineage(
        base.name(),
        Optional.of(baseHash),
        Optional.of(book.run().name()),
        Optional.of(FileHash.of(prepared.data())),
        Optional.of(FileHash.of(base.folder().resolve("tokenizer.json"))),
        base.chatTemplate().map(FileHash::of),
        Optional.of("deltaworks " + ProgramVersion.text() + ", " + engine));
  }

  /** In the command line's form; an empty default becomes the names it stands for. */
  private String targets(LoraSpec spec) {
    String said = spec.targets().text();
    return said.isEmpty()
        ? base.modules().stream()
            .filter(m -> spec.adapts(m, base.decoder().modelType()))
            .map(LinearModule::name)
            .distinct()
            .collect(Collectors.joining(","))
        : said;
  }
}
