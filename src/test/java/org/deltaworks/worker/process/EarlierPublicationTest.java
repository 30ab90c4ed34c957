package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftWriter;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierPublicationTest {
  private static final Reference MODEL = Reference.of("llama");
  private final BaseModel base = MODEL.model().model();
  private final PeftAdapter learnt = MODEL.adapter();
  @TempDir private Path home;
  private Catalog catalog;
  private Folders folders;
  private Run run;

  @BeforeEach
  void open() {
    folders = new Folders(home, Path.of("target", "cache")).prepare();
    catalog = Catalog.open(folders);
    run = catalog.runs().create(catalog.runs().propose("harbour", TrainingDraft.empty(), "m"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void theSameNumbersOfTheSameRunAreFoundAgain() {
    Adapter there = publish("harbour");
    assertThat(find(run, learnt.pairs())).hasValue(there);
    catalog.adapters().rename(there.id(), "renamed");
    assertThat(find(run, learnt.pairs())).map(Adapter::name).hasValue("renamed");
  }

  @Test
  void otherNumbersOtherRunsAndDamagedOnesAreNot() throws Exception {
    assertThat(find(run, learnt.pairs())).isEmpty();
    Adapter there = publish("another");
    assertThat(find(run, learnt.pairs())).isEmpty();
    publish("harbour");
    List<LoraPair> others = new ArrayList<>(learnt.pairs());
    LoraPair first = others.getFirst();
    float[] b = first.b().clone();
    b[0] += 1;
    others.set(
        0, new LoraPair(first.module(), first.rank(), first.in(), first.out(), first.a(), b));
    assertThat(find(run, others)).isEmpty();
    Files.writeString(
        home.resolve("adapters").resolve("harbour").resolve("adapter_model.safetensors"), "no");
    assertThat(find(run, learnt.pairs())).isEmpty();
    assertThat(there.name()).isEqualTo("another");
  }

  private Optional<Adapter> find(Run of, List<LoraPair> pairs) {
    return new EarlierPublication(catalog.adapters(), base).find(of, pairs);
  }

  private Adapter publish(String runName) {
    PeftWriter writer = new PeftWriter(new SafetensorsWriter());
    Adapter draft =
        new Adapter(
            0,
            runName,
            folders.adapters().resolve(runName),
            Instant.now().plusMillis(5),
            4,
            8,
            "",
            1,
            0,
            new Adapter.Lineage(
                base.name(),
                Optional.empty(),
                Optional.of(runName),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            "",
            List.of(),
            0);
    return catalog
        .publisher()
        .publish(
            draft,
            folder ->
                writer.writePlain(
                    folder, learnt.settings().lora(), base, base.name(), learnt.pairs()));
  }
}
