package org.deltaworks.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;

class ChildArgumentsTest {
  @Test
  void argumentsComeBackAsTheyWere() {
    ChildArguments train =
        new ChildArguments.Train(Path.of("/home of/it"), 7, 2, Instant.ofEpochMilli(123));
    ChildArguments answer = new ChildArguments.Answer(Path.of("/h"), Path.of("/t/s"), 0);
    assertThat(ChildArguments.parse(train.arguments())).isEqualTo(train);
    assertThat(ChildArguments.parse(answer.arguments())).isEqualTo(answer);
  }

  @Test
  void aProposalComesBackWhateverItsWordsLookLike() {
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.NAME, "--run")
            .with(Setting.DATA, List.of("a=b.jsonl", "--proposal"))
            .with(Setting.SAMPLE_PROMPT, List.of("two\nlines", ""));
    ChildArguments begin =
        new ChildArguments.Begin(
            Path.of("/h"),
            new RunProposal(7, "--run", draft, "--model"),
            2,
            Instant.ofEpochMilli(123),
            99);
    assertThat(ChildArguments.parse(begin.arguments())).isEqualTo(begin);
    assertThatThrownBy(
            () ->
                ChildArguments.parse(
                    List.of(
                        "worker",
                        "begin",
                        "--home",
                        "/h",
                        "--run",
                        "1",
                        "--threads",
                        "0",
                        "--since",
                        "1",
                        "--asker",
                        "1",
                        "--proposal",
                        "n",
                        "m",
                        "wings=2")))
        .hasMessageContaining("wings");
  }

  @Test
  void aRunThatIsToWaitComesBackWithItsTime() {
    RunProposal proposal =
        new RunProposal(7, "n", TrainingDraft.empty().with(Setting.RANK, "4"), "m");
    for (Optional<Instant> time :
        List.of(Optional.<Instant>empty(), Optional.of(Instant.ofEpochMilli(456)))) {
      ChildArguments wait = new ChildArguments.Wait(Path.of("/h"), proposal, time, 99);
      assertThat(ChildArguments.parse(wait.arguments())).isEqualTo(wait);
    }
    ChildArguments keep = new ChildArguments.Keep(Path.of("/h"));
    assertThat(ChildArguments.parse(keep.arguments())).isEqualTo(keep);
  }

  @Test
  void everyChildCarriesItsHome() {
    assertThat(new ChildArguments.Answer(Path.of("/h"), Path.of("/t/s"), 0).arguments())
        .containsSequence("--home", "/h");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> ChildArguments.parse(List.of("worker", "train")))
        .hasMessageContaining("--home");
  }
}
