package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.domain.models.ModelStore.ModelEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogListsTest {
  @TempDir Path home;
  private Catalog catalog;

  @BeforeEach
  void open() {
    catalog = Catalog.open(CatalogFixture.folders(home));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void modelsArePutReplacedAndRemovedByName() {
    ModelEntry polder =
        new ModelEntry("polder", "/m/polder", "llama", 5, 20, "apache-2.0", Optional.empty());
    assertThat(catalog.models().put(polder)).isEqualTo(polder);
    ModelEntry hashed =
        new ModelEntry("Polder", "/m/polder", "llama", 5, 20, "apache-2.0", Optional.of("ab"));
    catalog.models().put(hashed);
    assertThat(catalog.models().list()).containsExactly(hashed);
    assertThat(catalog.models().find("POLDER")).contains(hashed);
    catalog.models().remove("polder");
    assertThat(catalog.models().find("polder")).isEmpty();
  }

  @Test
  void aFileIsCheckedOnceUntilItChanges() {
    FileCheck check = new FileCheck("/m/model.safetensors", 10, 20, "ab", Optional.of("w"));
    catalog.models().putCheck(check);
    assertThat(catalog.models().check("/m/model.safetensors", 10, 20)).contains(check);
    assertThat(catalog.models().check("/m/model.safetensors", 11, 20)).isEmpty();
    assertThat(catalog.models().check("/m/model.safetensors", 10, 21)).isEmpty();
    FileCheck newer = new FileCheck("/m/model.safetensors", 11, 22, "cd", Optional.empty());
    catalog.models().putCheck(newer);
    assertThat(catalog.models().check("/m/model.safetensors", 11, 22)).contains(newer);
    assertThat(catalog.models().check("/m/model.safetensors", 10, 20)).isEmpty();
  }

  @Test
  void dataFilesArePutReplacedAndRemovedByName() {
    DatasetEntry entry = new DatasetEntry("gsm", "/d/g.jsonl", "question/answer", 8, 900, "ab");
    assertThat(catalog.datasets().put(entry)).isEqualTo(entry);
    DatasetEntry grown = new DatasetEntry("gsm", "/d/g.jsonl", "question/answer", 9, 999, "cd");
    catalog.datasets().put(grown);
    assertThat(catalog.datasets().list()).containsExactly(grown);
    catalog.datasets().remove("gsm");
    assertThat(catalog.datasets().list()).isEmpty();
  }

  @Test
  void settingsAreKeptUntilTheyAreRemoved() {
    catalog.settings().put("window.theme", "light");
    catalog.settings().put("window.theme", "dark");
    catalog.settings().put("threads", "2");
    catalog.close();
    open();
    assertThat(catalog.settings().get("window.theme")).contains("dark");
    assertThat(catalog.settings().all())
        .containsExactly(Map.entry("threads", "2"), Map.entry("window.theme", "dark"));
    catalog.settings().remove("threads");
    assertThat(catalog.settings().get("threads")).isEmpty();
  }
}
