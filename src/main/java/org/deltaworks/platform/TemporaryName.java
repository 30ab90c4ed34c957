package org.deltaworks.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of something that is still being written: hidden, in the same folder as its final name,
 * and telling which process writes it, so that what a dead process left can be cleaned away.
 */
final class TemporaryName {
  private static final Pattern FORM = Pattern.compile("\\..+\\.(\\d+)-(\\d+)-[0-9a-f]+\\.part");

  private TemporaryName() {}

  /** A fresh name beside the target. */
  static Path beside(Path target) {
    ProcessIdentity own = ProcessIdentity.own();
    return target.resolveSibling(
        String.format(
            Locale.ROOT,
            ".%s.%d-%d-%s.part",
            target.getFileName(),
            own.processId(),
            own.startedMillis(),
            Long.toHexString(ThreadLocalRandom.current().nextLong())));
  }

  /** The process that writes or wrote it, if the name is of our form. */
  static Optional<ProcessIdentity> writer(Path path) {
    Matcher matcher = FORM.matcher(String.valueOf(path.getFileName()));
    return matcher.matches()
        ? Optional.of(
            new ProcessIdentity(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
