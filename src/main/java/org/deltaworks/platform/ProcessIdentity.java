package org.deltaworks.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same id: the operating system's id and
 * when it started. A dead owner is recognised at once, never by waiting.
 *
 * @param processId the operating system's id
 * @param startedMillis start time in milliseconds since 1970, as {@link ProcessHandle} tells it
 */
public record ProcessIdentity(long processId, long startedMillis) {
  /**
   * Linux tells start times relative to a boot time that it works out anew, in whole seconds, so
   * two processes may read the same start a second apart. No system gives an id to somebody else
   * within that time.
   */
  private static final long CLOCK_MILLIS = 2_000;

  /** This process. */
  public static ProcessIdentity own() {
    return of(ProcessHandle.current());
  }

  /** The process of this handle; start time 0 where the system does not tell it. */
  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(
        handle.pid(), handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** Whether exactly this process still lives; a zombie counts as dead. */
  public boolean isAlive() {
    return handle().isPresent();
  }

  /** Its handle while it lives. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(processId)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> Math.abs(of(handle).startedMillis - startedMillis) <= CLOCK_MILLIS)
        .filter(handle -> !ProcessMemory.isZombie(processId));
  }
}
