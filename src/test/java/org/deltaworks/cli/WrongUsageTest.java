package org.deltaworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.domain.training.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong on the line itself, before anything is opened. */
class WrongUsageTest {
  private static Call call(String line) {
    return Call.of(new NothingInstalled(), line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "trian --model polder",
        "train --modle polder",
        "train --rank",
        "train --rank 8 --rank 16",
        "runs",
        "runs shwo one",
        "runs show",
        "generate --model polder",
        "generate --model polder --prompt a --ids 1",
        "score --text a --ids 1",
        "adapters rename one",
        "datasets preview",
        "merge --adapter a",
        "export --adapter a",
        "evaluate --model polder",
      })
  void isToldInOneLineAndEndsWithTwo(String line) {
    Call call = call(line);
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err().strip().lines()).hasSize(1);
    assertThat(call.err()).startsWith("deltaworks: ").doesNotContain("Error").contains("--help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve --model polder --port 80",
        "models download some/model",
        "adapters compare one two",
      })
  void whatThisBuildDoesNotHaveSaysSo(String line) {
    Call call = call(line + " --json");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err()).contains("is not in this build yet");
    assertThat(call.json().at("/error/kind").asText()).isEqualTo("not-yet");
  }

  @Test
  void asksForJsonEvenWhereTheLineIsNotUnderstood() {
    Call call = call("train --json --modle polder");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.json().at("/error/kind").asText()).isEqualTo("wrong-usage");
    assertThat(call.json().at("/error/message").asText()).contains("--modle");
    assertThat(call.json().at("/error/remedy").asText()).contains("train --help");
  }

  @Test
  void printsNoStackTraceUnlessAsked() {
    assertThat(call("train --modle polder").err()).doesNotContain("\tat ");
    assertThat(call("train --modle polder --debug").err()).contains("\tat ");
  }

  @Test
  void everySettingIsAnOptionOfTrainWithItsDefaultInTheHelp() {
    Call call = call("train --help");
    assertThat(call.exit()).isZero();
    Set<String> missing = new TreeSet<>();
    for (Setting setting : Setting.values()) {
      String option = setting.flag() ? "--[no-]" + setting.option() : "--" + setting.option() + "=";
      if (!call.out().contains(option)) {
        missing.add(option);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void helpAndVersionEndWithZero() {
    assertThat(call("--help").exit()).isZero();
    assertThat(call("--help").out()).contains("train", "runs", "self-test", "--home", "--json");
    assertThat(call("runs pause --help").out()).contains("RUN", "--home");
    assertThat(call("--version").out().strip()).isEqualTo("deltaworks test");
  }

  @Test
  void theCompletionScriptKnowsCommandsAndOptions() {
    Call call = call("completion");
    assertThat(call.exit()).isZero();
    assertThat(call.out()).contains("complete ", "--target-modules", "self-test");
  }
}
