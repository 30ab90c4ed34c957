package org.deltaworks.cli.training;

import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.domain.training.Run;

/** A run that goes on without anybody waiting for it. */
final class Detached {
  private Detached() {}

  static Result result(Run run) {
    return Result.of(
        new Facts()
            .with("run", run.name())
            .with("adapter", run.result())
            .with("state", run.state().code())
            .map(),
        "The run %s goes on by itself. Watch it with: deltaworks runs follow %s"
            .formatted(run.name(), run.name()));
  }
}
