package org.deltaworks.app;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.shell.MachineStatus;

/** Looks at the machine every two seconds, on a thread of its own. */
final class MachineWatch {
  private static final Duration PACE = Duration.ofSeconds(2);

  private MachineWatch() {}

  static Subscription start(Supplier<MachineStatus> look, Consumer<MachineStatus> receiver) {
    Thread thread = Thread.ofVirtual().name("watch the machine").start(() -> go(look, receiver));
    return thread::interrupt;
  }

  private static void go(Supplier<MachineStatus> look, Consumer<MachineStatus> receiver) {
    try {
      while (true) {
        receiver.accept(look.get());
        Thread.sleep(PACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
