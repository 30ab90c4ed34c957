package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final List<String> made = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final Kept<Integer, String> kept = new Kept<>(2, ended::add);

  private Kept.Use<String> use(int key) {
    return kept.use(
        key,
        () -> {
          made.add("v" + key);
          return "v" + key;
        });
  }

  @Test
  void theLastOnesStayAndTheOldestGoes() {
    use(1).close();
    use(2).close();
    use(1).close();
    use(3).close();
    assertThat(made).containsExactly("v1", "v2", "v3");
    assertThat(ended).containsExactly("v2");
  }

  @Test
  void nothingInUseIsFreedHoweverManyThereAre() {
    List<Kept.Use<String>> open = List.of(use(1), use(2), use(3), use(1));
    assertThat(ended).isEmpty();
    open.get(0).close();
    assertThat(ended).as("1 is still used once").isEmpty();
    open.get(3).close();
    assertThat(ended).containsExactly("v1");
    assertThat(open.get(1).value()).isEqualTo("v2");
  }

  @Test
  void roomIsMadeBeforeSomethingNewIs() {
    use(1).close();
    use(2).close();
    kept.use(
            3,
            () -> {
              assertThat(ended).containsExactly("v1");
              return "v3";
            })
        .close();
  }

  @Test
  void whatCouldNotBeMadeIsNotKept() {
    assertThatThrownBy(
            () ->
                kept.use(
                    1,
                    () -> {
                      throw new IllegalStateException("no memory");
                    }))
        .hasMessage("no memory");
    use(1).close();
    assertThat(made).containsExactly("v1");
  }

  @Test
  void theEndFreesAll() {
    use(1).close();
    use(2);
    kept.close();
    assertThat(ended).containsExactlyInAnyOrder("v1", "v2");
  }
}
