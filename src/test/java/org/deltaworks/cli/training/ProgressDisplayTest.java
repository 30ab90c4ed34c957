package org.deltaworks.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.EvaluationPoint;
import org.deltaworks.domain.training.Run.LogLine;
import org.deltaworks.domain.training.Run.Sample;
import org.deltaworks.domain.training.Run.StepPoint;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private static final Run RUN =
      new Run(
          1,
          "harbour",
          RunState.RUNNING,
          TrainingDraft.empty(),
          "polder",
          Instant.EPOCH,
          Optional.empty(),
          Optional.empty(),
          20,
          new Run.Progress(20, Optional.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Run.Facts.UNKNOWN);

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static List<String> told(boolean interactive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new ProgressDisplay(new Terminal(stream, stream, interactive))
        .tell(
            RUN,
            new Run.History(
                List.of(
                    new StepPoint(1, 3, 1, 1e-4, 10, 10, 1, at(1)),
                    new StepPoint(20, 2, 1, 1e-4, 10, 10, 1, at(20))),
                List.of(
                    new EvaluationPoint(0, 3.5, at(2)),
                    new EvaluationPoint(10, 2.5, at(10)),
                    new EvaluationPoint(20, 2.25, at(21))),
                List.of(new Sample(10, "Who?", "Me", at(11)), new Sample(20, "Who?", "I", at(22))),
                List.of(
                    new LogLine(at(0), "Training begins."),
                    new LogLine(at(12), "Saved after step 10."),
                    new LogLine(at(23), "Finished."))));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** A run so quick that everything is seen at one look. */
  @Test
  void linesComeInTheOrderInWhichThingsHappened() {
    assertThat(told(false))
        .extracting(line -> line.replaceFirst("^(step \\d+).*", "$1"))
        .containsExactly(
            "Training begins.",
            "held-out loss 3.5000 before training",
            "held-out loss 2.5000 at step 10",
            "\"Who?\" -> Me",
            "Saved after step 10.",
            "step 20",
            "held-out loss 2.2500 at step 20",
            "\"Who?\" -> I",
            "Finished.");
  }

  @Test
  void aBarStaysBelowTheLines() {
    assertThat(told(true).getLast()).contains("####").contains("step 20 of 20");
  }
}
