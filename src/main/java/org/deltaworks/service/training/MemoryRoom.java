package org.deltaworks.service.training;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.platform.ProcessMemory;

/**
 * Whether one more training fits beside those that run.
 *
 * @param available bytes of memory that can be had now
 */
public record MemoryRoom(LongSupplier available) {
  /** Of this computer. */
  public static MemoryRoom ofThisMachine() {
    MachineProbe probe = new MachineProbe();
    return new MemoryRoom(() -> probe.look().availableMemory());
  }

  /**
   * Whether it fits; the first one always does, for waiting would change nothing.
   *
   * @param need bytes of the one that asks
   * @param running those that have a process
   * @param needs bytes of each of them when it is at its largest
   */
  boolean holds(long need, List<Run> running, ToLongFunction<Run> needs) {
    if (running.isEmpty()) {
      return true;
    }
    long stillToCome =
        running.stream().mapToLong(run -> Math.max(0, needs.applyAsLong(run) - taken(run))).sum();
    return need + stillToCome <= available.getAsLong();
  }

  private static long taken(Run run) {
    return run.owner().map(owner -> ProcessMemory.resident(owner.processId()).orElse(0)).orElse(0L);
  }
}
