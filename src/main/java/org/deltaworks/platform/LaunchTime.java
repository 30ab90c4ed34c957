package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * When the operating system started the command that a person launched; what is measured from there
 * includes the start of the Java machine. On Linux to a hundredth of a second (the launcher script
 * becomes the Java process, so their start is the same), elsewhere as {@link ProcessHandle} has it.
 */
public final class LaunchTime {
  /** Kernel ticks per second in /proc, the same on every Linux that Java runs on. */
  private static final double TICKS = 100;

  /** Field of /proc/PID/stat after the command's name in brackets: the 22nd, counted from there. */
  private static final int START_FIELD = 19;

  private LaunchTime() {}

  /** When this process was started. */
  public static Instant ofThisProcess() {
    Instant now = Instant.now();
    OptionalDouble age = ageOnLinux();
    return age.isPresent()
        ? now.minus(Duration.ofMillis(Math.round(1000 * age.getAsDouble())))
        : ProcessHandle.current().info().startInstant().orElse(now);
  }

  private static OptionalDouble ageOnLinux() {
    try {
      double uptime = Double.parseDouble(first(Files.readString(Path.of("/proc/uptime"))));
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double age = uptime - Double.parseDouble(fields[START_FIELD]) / TICKS;
      return age >= 0 ? OptionalDouble.of(age) : OptionalDouble.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notLinux) {
      return OptionalDouble.empty();
    }
  }

  private static String first(String line) {
    return line.split(" ", 2)[0];
  }
}
