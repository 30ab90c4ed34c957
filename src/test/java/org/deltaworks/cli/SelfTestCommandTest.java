package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at the installation itself. */
class SelfTestCommandTest {
  @TempDir private Path home;

  @Test
  void theSelfTestTrainsAStepTidiesUpAndTellsWhatDoesNotWork() {
    RealInstallation deltaworks = new RealInstallation(home);
    Call call = deltaworks.call("--self-test", "--model", ReferenceRun.model().toString());
    JsonNode found = call.json();
    for (String part : List.of("child", "training", "catalog")) {
      assertThat(found.at("/" + part + "/ok").asBoolean()).as(found.toString()).isTrue();
    }
    // This installation has no window, and the self-test must say so.
    assertThat(found.at("/window/ok").asBoolean()).isFalse();
    assertThat(found.at("/window/remedy").asText()).isNotBlank();
    assertThat(call.exit()).isEqualTo(1);
    assertThat(deltaworks.call("runs", "list").json().get("runs")).isEmpty();
    assertThat(deltaworks.call("adapters", "list").json().get("adapters")).isEmpty();
  }

  @Test
  void theDoctorLooksAtEverythingAndHasARemedyForWhatIsAmiss() {
    JsonNode found = new RealInstallation(home).call("doctor").json();
    for (String part :
        List.of("engine", "device", "threads", "bf16", "memory", "disk", "folders", "versions")) {
      JsonNode finding = found.get(part);
      assertThat(finding).as(part + " of " + found).isNotNull();
      assertThat(finding.get("found").asText()).isNotBlank();
      assertThat(finding.get("ok").asBoolean()).isEqualTo(finding.get("remedy").isNull());
    }
    assertThat(found.at("/engine/found").asText()).contains("libtorch");
  }
}
