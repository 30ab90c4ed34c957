package org.deltaworks.worker.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deltaworks.domain.training.RunStore.Wish;

/**
 * Lets a training rest while the disk has too little room, and go on when there is room again: its
 * own process waits, so that nobody's window has to be open for it. What was learnt is saved first,
 * while there still is room for that.
 */
final class DiskRest {
  private final DiskRoom room;
  private final Consumer<String> log;
  private final Supplier<Optional<Wish>> wishes;
  private final Duration pace;
  private Optional<String> trouble = Optional.empty();

  /**
   * Looks at the disk after every step.
   *
   * @param wishes what somebody wants of the run, asked while it rests too
   * @param pace how often to look while it rests
   */
  DiskRest(DiskRoom room, Consumer<String> log, Supplier<Optional<Wish>> wishes, Duration pace) {
    this.room = room;
    this.log = log;
    this.wishes = wishes;
    this.pace = pace;
  }

  /**
   * Returns when there is room or somebody wishes something.
   *
   * @param trained numbers that the run trains
   */
  Optional<Wish> wish(long trained) {
    Optional<Wish> wish = wishes.get();
    if (wish.isPresent()) {
      return wish;
    }
    if (trouble.isPresent()) {
      return rest(trained, trouble.get());
    }
    trouble = room.trouble(trained);
    return trouble.map(shortage -> Wish.SAVE);
  }

  private Optional<Wish> rest(long trained, String shortage) {
    if (room.enough(trained)) {
      trouble = Optional.empty();
      return Optional.empty();
    }
    log.accept(shortage);
    Optional<Wish> wish = Optional.empty();
    while (wish.isEmpty() && !room.enough(trained)) {
      LockSupport.parkNanos(pace.toNanos());
      wish = wishes.get();
    }
    if (wish.isEmpty()) {
      trouble = Optional.empty();
      log.accept("There is room on the disk again, so the run goes on.");
    }
    return wish;
  }
}
