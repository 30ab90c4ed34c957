package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltaworks.domain.training.RunStore.Wish;
import org.junit.jupiter.api.Test;

class DiskRestTest {
  private static final Duration PACE = Duration.ofMillis(1);

  private final List<String> log = new ArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void theRunIsSavedRestsAndGoesOnByItselfOnceThereIsRoom() throws InterruptedException {
    DiskRest rest = new DiskRest(roomAfter(5), log::add, Optional::empty, PACE);
    assertThat(eventually(rest)).hasValue(Wish.SAVE);
    assertThat(log).isEmpty();
    assertThat(eventually(rest)).isEmpty();
    assertThat(log).hasSize(2);
    assertThat(log.getFirst()).contains("0 MB left", "goes on by itself");
    assertThat(log.getLast()).isEqualTo("There is room on the disk again, so the run goes on.");
    assertThat(looks.get()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void whoeverWishesSomethingIsHeardWhileTheRunRests() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    DiskRest rest =
        new DiskRest(
            roomAfter(Integer.MAX_VALUE),
            log::add,
            () -> asked.incrementAndGet() > 400 ? Optional.of(Wish.STOP) : Optional.empty(),
            PACE);
    assertThat(eventually(rest)).hasValue(Wish.SAVE);
    asked.set(0);
    assertThat(eventually(rest)).hasValue(Wish.STOP);
    assertThat(log).hasSize(1);
  }

  @Test
  void whereSavingMadeRoomTheRunGoesOnAndIsSavedBeforeTheNextRestToo() throws InterruptedException {
    DiskRoom room = new DiskRoom(() -> looks.incrementAndGet() == 2 ? Long.MAX_VALUE : 0);
    DiskRest rest = new DiskRest(room, log::add, Optional::empty, PACE);
    assertThat(eventually(rest)).hasValue(Wish.SAVE);
    assertThat(rest.wish(1)).isEmpty();
    assertThat(log).isEmpty();
    assertThat(eventually(rest)).hasValue(Wish.SAVE);
  }

  /** The disk is looked at every few seconds only; until then there is no trouble. */
  private Optional<Wish> eventually(DiskRest rest) throws InterruptedException {
    int before = log.size();
    for (int i = 0; i < 500; i++) {
      Optional<Wish> wish = rest.wish(1);
      if (wish.isPresent() || log.size() > before) {
        return wish;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the disk was not looked at");
  }

  private DiskRoom roomAfter(int times) {
    return new DiskRoom(() -> looks.incrementAndGet() < times ? 0 : Long.MAX_VALUE);
  }
}
