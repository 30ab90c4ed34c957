package org.deltaworks.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a home folder has one window. Whoever holds the lock on a file there has it; the system lets
 * go of the lock when the process ends, however it ends. A second start leaves another file, which
 * the holder takes away as its answer: no port and no path that could be too long, and the same on
 * every system. Decision 061.
 */
public final class OnlyWindow implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(150);

  private final @Nullable FileChannel channel;
  private final Path asked;
  private volatile boolean closed;

  private OnlyWindow(@Nullable FileChannel channel, Path asked) {
    this.channel = channel;
    this.asked = asked;
  }

  /**
   * Becomes the one, or asks it to come to the front.
   *
   * @param home made if it is not there; where it cannot be locked, as on some network drives,
   *     every start has its own window
   * @param patience how long to wait for the answer of a window that may be busy; afterwards this
   *     start goes on, for a second window is better than none
   * @return empty if there is another one and it has heard
   */
  public static Optional<OnlyWindow> claim(Path home, Duration patience)
      throws InterruptedException {
    Path asked = home.resolve("window.asked");
    long end = System.nanoTime() + patience.toNanos();
    try {
      Files.createDirectories(home);
      Optional<OnlyWindow> first = lock(home, asked);
      if (first.isPresent()) {
        Files.deleteIfExists(asked);
        return first;
      }
      Files.write(asked, new byte[0]);
      while (Files.exists(asked)) {
        Optional<OnlyWindow> next = lock(home, asked);
        if (next.isPresent() || System.nanoTime() > end) {
          Files.deleteIfExists(asked);
          return Optional.of(next.orElseGet(() -> new OnlyWindow(null, asked)));
        }
        Thread.sleep(PACE);
      }
      return Optional.empty();
    } catch (IOException e) {
      System.getLogger(OnlyWindow.class.getName())
          .log(System.Logger.Level.INFO, "no lock for the window: {0}", e.toString());
      return Optional.of(new OnlyWindow(null, asked));
    }
  }

  private static Optional<OnlyWindow> lock(Path home, Path asked) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new OnlyWindow(channel, asked));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // As good as held by another one.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Hears from here on of other starts, on a thread of its own; nothing where nothing is held. */
  public void listen(Runnable come) {
    if (channel != null) {
      Thread.ofVirtual().name("other starts").start(() -> hear(come));
    }
  }

  private void hear(Runnable come) {
    while (!closed) {
      try {
        if (Files.deleteIfExists(asked)) {
          come.run();
        }
        Thread.sleep(PACE);
      } catch (IOException stillBeingWritten) {
        // Windows refuses this for a moment; the next look will do.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Lets go. */
  @Override
  public void close() {
    closed = true;
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(OnlyWindow.class.getName())
          .log(System.Logger.Level.WARNING, "the window's lock could not be let go", e);
    }
  }
}
