package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path home;

  @Test
  void listsWhatThereIsAndTrainsNothing() {
    RealInstallation deltaworks = new RealInstallation(home);
    JsonNode found = deltaworks.call("demo", "--list").json().path("demos");
    List<String> names = new ArrayList<>();
    found.forEach(demo -> names.add(demo.path("name").asText()));
    assertThat(names).containsExactly("pirate", "menu", "mood", "poet", "secret", "house-style");
    assertThat(found.get(0).path("prompts")).isNotEmpty();
    assertThat(deltaworks.call("runs", "list").json().get("runs")).isEmpty();
  }

  @Test
  void aPersonReadsTheNamesAndThatOneComparesWays() {
    Call call = Call.of(new RealInstallation(home), "demo", "--list");
    assertThat(call.exit()).isZero();
    assertThat(call.out()).contains("house-style").contains("why-lora");
  }

  @Test
  void anUnknownDemoIsRefusedWithTheOnesThereAre() {
    Call call = new RealInstallation(home).call("demo", "--name", "opera");
    assertThat(call.exit()).isNotZero();
    assertThat(call.out() + call.err()).contains("opera").contains("pirate, menu, mood");
  }
}
