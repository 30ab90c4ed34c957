package org.deltaworks.ui.training;

import java.util.List;

/** What is known about the chosen examples. */
public sealed interface DataNote {
  /** Nothing chosen. */
  record None() implements DataNote {}

  /** They are being read. */
  record Reading() implements DataNote {}

  /**
   * They were read.
   *
   * @param rows how many rows there are
   * @param summary rows and how they are read
   * @param problems what is wrong with single lines, the first few
   * @param problemsInAll how many lines have problems
   */
  record Read(long rows, String summary, List<String> problems, int problemsInAll)
      implements DataNote {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /** They cannot be read at all. */
  record Unreadable(String message, String remedy) implements DataNote {}
}
