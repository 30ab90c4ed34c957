package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunQueue.Move;
import org.deltaworks.domain.training.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogQueueTest {
  private static final Run.Owner SELF = new Run.Owner(11, 1);
  private static final Run.Owner OTHER = new Run.Owner(22, 2);

  @TempDir Path home;
  private Catalog catalog;
  private RunQueue queue;

  @BeforeEach
  void open() {
    catalog = Catalog.open(CatalogFixture.folders(home));
    queue = catalog.runs().queue();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private long add(String name) {
    return queue
        .create(catalog.runs().propose(name, CatalogFixture.draft(), "polder"), Optional.empty())
        .id();
  }

  private List<String> order() {
    return queue.waiting().stream()
        .map(entry -> catalog.runs().get(entry.run()).orElseThrow().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "b, FIRST, b a c d",
    "a, FIRST, a b c d",
    "c, UP,    a c b d",
    "a, UP,    a b c d",
    "b, DOWN,  a c b d",
    "d, DOWN,  a b c d",
    "b, LAST,  a c d b",
    "d, LAST,  a b c d"
  })
  void theOrderIsAPersonsToChange(String which, Move where, String after) {
    List.of("a", "b", "c", "d").forEach(this::add);
    assertThat(queue.move(catalog.runs().find(which).orElseThrow().id(), where)).isTrue();
    assertThat(order()).containsExactly(after.split(" "));
    add("e");
    assertThat(order().getLast()).as("who comes last waits last").isEqualTo("e");
  }

  @Test
  void theOrderOutlivesTheProcess() {
    List.of("a", "b", "c").forEach(this::add);
    queue.move(catalog.runs().find("c").orElseThrow().id(), Move.FIRST);
    catalog.close();
    catalog = Catalog.open(CatalogFixture.folders(home));
    queue = catalog.runs().queue();
    assertThat(order()).containsExactly("c", "a", "b");
  }

  @Test
  void oneAfterAnotherIsTakenAndNoneWhileAnotherHasAProcess() {
    long a = add("a");
    long b = add("b");
    assertThat(queue.take(SELF, Instant.now())).map(Run::id).contains(a);
    assertThat(queue.take(OTHER, Instant.now())).as("a is being started").isEmpty();
    queue.launched(a, SELF);
    assertThat(queue.take(OTHER, Instant.now())).as("a has a process").isEmpty();
    catalog.runs().claim(a, OTHER);
    assertThat(queue.take(SELF, Instant.now())).as("a runs").isEmpty();
    catalog.runs().move(a, RunState.FAILED);
    assertThat(queue.take(SELF, Instant.now())).as("a failed").map(Run::id).contains(b);
  }

  @Test
  void aRunThatIsNotInTheQueueHoldsItUpToo() {
    CatalogFixture.running(catalog, "by hand", 1);
    add("a");
    assertThat(queue.take(SELF, Instant.now())).isEmpty();
  }

  @Test
  void whatIsHeldIsPassedOverUntilItIsReleased() {
    long a = add("a");
    long b = add("b");
    queue.hold(a, Optional.empty());
    queue.hold(b, Optional.of(Instant.now().plus(Duration.ofHours(8))));
    assertThat(queue.take(SELF, Instant.now())).isEmpty();
    assertThat(queue.take(SELF, Instant.now().plus(Duration.ofHours(9))))
        .as("the night has come")
        .map(Run::id)
        .contains(b);
    catalog.runs().claim(b, SELF);
    catalog.runs().move(b, RunState.STOPPED);
    queue.release(a);
    assertThat(queue.take(SELF, Instant.now())).map(Run::id).contains(a);
  }

  @Test
  void whatADeadStarterTookWaitsAgainWhereItWas() {
    long a = add("a");
    add("b");
    queue.take(SELF, Instant.now());
    queue.giveBack(a, OTHER);
    assertThat(queue.take(OTHER, Instant.now())).as("only its starter gives it back").isEmpty();
    queue.giveBack(a, SELF);
    assertThat(order()).containsExactly("a", "b");
    assertThat(queue.take(OTHER, Instant.now())).map(Run::id).contains(a);
  }

  @Test
  void whatIsCancelledIsStoppedAndMayWaitAgain() {
    long a = add("a");
    assertThat(queue.cancel(a)).isTrue();
    assertThat(catalog.runs().get(a)).map(Run::state).contains(RunState.STOPPED);
    assertThat(queue.cancel(a)).isFalse();
    assertThat(queue.put(a)).isTrue();
    assertThat(order()).containsExactly("a");
    queue.take(SELF, Instant.now());
    assertThat(queue.cancel(a)).as("it is being started").isFalse();
    assertThat(queue.hold(a, Optional.empty())).isFalse();
  }

  @Test
  void aProcessThatClaimsARunEndsItsWaiting() {
    long a = add("a");
    assertThat(catalog.runs().claim(a, SELF)).isTrue();
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void aDeletedRunLeavesTheQueue() {
    long a = add("a");
    assertThatThrownBy(() -> catalog.runs().delete(a)).hasMessageContaining("waiting to start");
    queue.cancel(a);
    catalog.runs().delete(a);
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void oneKeeperAtATimeAndADeadOneIsReplaced() {
    long a = add("a");
    assertThat(queue.keep(SELF, process -> true)).isTrue();
    assertThat(queue.keep(SELF, process -> true)).isTrue();
    assertThat(queue.keep(OTHER, process -> true)).isFalse();
    assertThat(queue.keep(OTHER, process -> false)).isTrue();
    assertThat(queue.keeper()).contains(OTHER);
    assertThat(queue.endKeeping(OTHER)).as("something waits").isFalse();
    queue.hold(a, Optional.empty());
    assertThat(queue.endKeeping(OTHER)).as("what is held needs a person").isTrue();
    assertThat(queue.keeper()).isEmpty();
  }
}
