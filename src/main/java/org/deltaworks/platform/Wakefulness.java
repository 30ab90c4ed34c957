package org.deltaworks.platform;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the machine from falling asleep while this process works: a child process of the system's
 * own tool asks for it, and ends with this process, also when this one is killed. Where there is no
 * such tool, or it is refused, nothing happens. Decision 062.
 */
public final class Wakefulness implements AutoCloseable {
  private final @Nullable Process asking;

  private Wakefulness(@Nullable Process asking) {
    this.asking = asking;
  }

  /** Asks for it as this system wants it. */
  public static Wakefulness ask() {
    return command(System.getProperty("os.name", ""), ProcessHandle.current().pid())
        .map(Wakefulness::asking)
        .orElseGet(Wakefulness::none);
  }

  /** Asks for nothing. */
  public static Wakefulness none() {
    return new Wakefulness(null);
  }

  /** Lets this command ask, as long as it is open. */
  static Wakefulness asking(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return new Wakefulness(process);
    } catch (IOException noSuchTool) {
      return none();
    }
  }

  /**
   * What keeps a system awake until the process of this id has ended.
   *
   * @param system its name, as Java tells it
   */
  static Optional<List<String>> command(String system, long process) {
    String name = system.toLowerCase(Locale.ROOT);
    String id = Long.toString(process);
    if (name.startsWith("linux")) {
      return Optional.of(
          List.of(
              "systemd-inhibit",
              "--what=idle:sleep",
              "--who=Deltaworks",
              "--why=A training goes on",
              "--mode=block",
              "tail",
              "--pid=" + id,
              "-f",
              "/dev/null"));
    }
    if (name.startsWith("mac")) {
      return Optional.of(List.of("caffeinate", "-i", "-w", id));
    }
    return name.startsWith("windows")
        ? Optional.of(List.of(WindowsPowershell.file(), "-NoProfile", "-Command", windows(id)))
        : Optional.empty();
  }

  /** ES_CONTINUOUS and ES_SYSTEM_REQUIRED hold as long as the thread that set them lives. */
  private static String windows(String id) {
    return "$t = Add-Type -PassThru -Name Awake -Namespace Deltaworks -MemberDefinition"
        + " '[DllImport(\"kernel32.dll\")] public static extern uint"
        + " SetThreadExecutionState(uint flags);';"
        + " $t::SetThreadExecutionState([uint32]2147483649) | Out-Null;"
        + " Wait-Process -Id "
        + id;
  }

  /** Whether something is asking now. */
  boolean isAsking() {
    return asking != null && asking.isAlive();
  }

  /** The machine may sleep again. */
  @Override
  public void close() {
    if (asking != null) {
      // What the tool started itself would outlive it.
      asking.descendants().forEach(ProcessHandle::destroy);
      asking.destroy();
    }
  }
}
