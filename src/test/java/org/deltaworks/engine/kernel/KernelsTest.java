package org.deltaworks.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.Consumer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.junit.jupiter.api.Test;

/** Calling kernels: what comes back, and what is refused before it could do harm. */
class KernelsTest {

  @Test
  void aNormIsSummedInFloat64() {
    with(
        work -> {
          NDArray numbers = work.scope().create(new float[] {3, 4});
          assertThat(work.kernels().one(work.scope(), "gradient_norm", numbers).getDouble())
              .isEqualTo(5);
        });
  }

  @Test
  void memoryThatIsNotThereIsAProblemInWords() {
    with(
        work -> {
          NDArray like = work.scope().create(new float[] {1});
          NDArray room = work.scope().create(1L << 50);
          assertThatThrownBy(() -> work.kernels().one(work.scope(), "cache", like, room))
              .isInstanceOf(ProblemException.class)
              .satisfies(
                  e ->
                      assertThat(((ProblemException) e).problem().kind())
                          .isEqualTo(Problem.Kind.OUT_OF_MEMORY))
              .hasMessageContaining("fewer rows per step");
        });
  }

  @Test
  void oneArrayInTwoArgumentsIsRefused() {
    with(
        work -> {
          NDManager scope = work.scope();
          NDArray x = scope.zeros(new Shape(2, 32));
          NDArray at = scope.create(new long[] {0});
          assertThatThrownBy(() -> work.kernels().one(scope, "logits", x, at, new NDList(x, x, x)))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  private static void with(Consumer<Workspace> use) {
    try (Workspace work =
        Workspace.open(Engines.torch(), Reference.of("llama").model().model().decoder())) {
      use.accept(work);
    }
  }
}
