package org.deltaworks.cli.machine;

import java.util.Map;
import java.util.Optional;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Failures;
import org.deltaworks.domain.problem.Problem;

/**
 * What was found about one thing.
 *
 * @param name what was looked at, one word
 * @param found what it is
 * @param remedy what to do where it is not as it should be
 */
record Finding(String name, String found, Optional<String> remedy) {
  /** Something to find out. */
  @FunctionalInterface
  interface Look {
    /** What was found; an exception is a finding too. */
    Finding look() throws Exception;
  }

  static Finding ok(String name, String found) {
    return new Finding(name, found, Optional.empty());
  }

  static Finding wrong(String name, String found, String remedy) {
    return new Finding(name, found, Optional.of(remedy));
  }

  /** Looks; what is thrown becomes a finding with its remedy. */
  static Finding of(String name, Look look) {
    try {
      return look.look();
    } catch (Exception | LinkageError thrown) {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      Problem problem = Failures.problemOf(thrown);
      return wrong(name, problem.message(), problem.remedy());
    }
  }

  boolean ok() {
    return remedy.isEmpty();
  }

  Map<String, ?> facts() {
    return new Facts().with("ok", ok()).with("found", found).with("remedy", remedy).map();
  }

  String line() {
    return "%-4s %-9s %s".formatted(ok() ? "ok" : "!!", name, found)
        + remedy.map(r -> " " + r).orElse("");
  }
}
