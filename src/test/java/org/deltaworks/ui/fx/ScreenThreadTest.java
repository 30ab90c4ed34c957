package org.deltaworks.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScreenThreadTest {
  @Test
  void aThousandValuesAreOnePendingUpdateWithTheLatest() {
    List<Runnable> queue = new ArrayList<>();
    ScreenThread thread = queue::add;
    List<Integer> seen = new ArrayList<>();
    Consumer<Integer> source = thread.latest(seen::add);

    for (int i = 0; i < 1000; i++) {
      source.accept(i);
    }
    assertThat(queue).hasSize(1);
    queue.removeFirst().run();
    assertThat(seen).containsExactly(999);

    source.accept(1000);
    assertThat(queue).hasSize(1);
    queue.removeFirst().run();
    assertThat(seen).containsExactly(999, 1000);
  }

  @Test
  void whatIsGatheredComesWholeAndInOrder() {
    List<Runnable> queue = new ArrayList<>();
    ScreenThread thread = queue::add;
    List<List<Integer>> seen = new ArrayList<>();
    Consumer<Integer> source = thread.gathering(seen::add);

    for (int i = 0; i < 5; i++) {
      source.accept(i);
    }
    assertThat(queue).hasSize(1);
    queue.removeFirst().run();
    source.accept(5);
    queue.removeFirst().run();
    assertThat(seen).containsExactly(List.of(0, 1, 2, 3, 4), List.of(5));
  }

  @Test
  void sourcesDoNotReplaceEachOther() {
    List<Runnable> queue = new ArrayList<>();
    ScreenThread thread = queue::add;
    List<String> seen = new ArrayList<>();
    thread.<String>latest(seen::add).accept("loss");
    thread.<String>latest(seen::add).accept("memory");
    queue.forEach(Runnable::run);
    assertThat(seen).containsExactly("loss", "memory");
  }
}
