package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SweepGridTest {
  @Test
  void everyCombinationIsOnePoint() {
    SweepGrid grid =
        SweepGrid.of(
            TrainingDraft.empty()
                .with(Setting.DATA, List.of("a,b.jsonl"))
                .with(Setting.RANK, "4, 8")
                .with(Setting.LEARNING_RATE, "1e-4,2e-4,1e-4")
                .with(Setting.TARGET_MODULES, "q_proj,v_proj;all-linear")
                .with(Setting.SEED, "7"));
    assertThat(grid.varied())
        .containsExactly(Setting.RANK, Setting.TARGET_MODULES, Setting.LEARNING_RATE);
    assertThat(grid.points())
        .extracting(
            p -> p.text(Setting.RANK),
            p -> p.text(Setting.TARGET_MODULES),
            p -> p.text(Setting.LEARNING_RATE))
        .containsExactly(
            tuple("4", "q_proj,v_proj", "1e-4"),
            tuple("4", "q_proj,v_proj", "2e-4"),
            tuple("4", "all-linear", "1e-4"),
            tuple("4", "all-linear", "2e-4"),
            tuple("8", "q_proj,v_proj", "1e-4"),
            tuple("8", "q_proj,v_proj", "2e-4"),
            tuple("8", "all-linear", "1e-4"),
            tuple("8", "all-linear", "2e-4"));
    assertThat(grid.points()).allMatch(p -> p.texts(Setting.DATA).equals(List.of("a,b.jsonl")));
    assertThat(grid.points()).allMatch(p -> p.text(Setting.SEED).equals("7"));
  }

  @Test
  void theSameNumberWrittenTwiceIsTrainedOnce() {
    SweepGrid grid =
        SweepGrid.of(
            TrainingDraft.empty()
                .with(Setting.RANK, "4,04, 8")
                .with(Setting.LEARNING_RATE, "1e-3,0.001"));
    assertThat(grid.varied()).containsExactly(Setting.RANK);
    assertThat(grid.points())
        .extracting(p -> p.text(Setting.RANK), p -> p.text(Setting.LEARNING_RATE))
        .containsExactly(tuple("4", "1e-3"), tuple("8", "1e-3"));
  }

  @Test
  void whatDoesNotVaryOrVariesTooMuchIsRefused() {
    assertThatThrownBy(() -> SweepGrid.of(TrainingDraft.empty().with(Setting.RANK, "4")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Nothing varies");
    String many = IntStream.range(1, 30).mapToObj(String::valueOf).collect(Collectors.joining(","));
    TrainingDraft draft = TrainingDraft.empty().with(Setting.RANK, many).with(Setting.SEED, many);
    assertThatThrownBy(() -> SweepGrid.of(draft))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("more than 200");
  }
}
