package org.deltaworks.service.runs;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltaworks.domain.training.Run;
import org.jspecify.annotations.Nullable;

/** One look at the list of runs; there is always more to come. */
final class ListFollower implements BooleanSupplier {
  private final RunService runs;
  private final Consumer<List<Run>> receiver;
  private @Nullable List<Run> told;

  ListFollower(RunService runs, Consumer<List<Run>> receiver) {
    this.runs = runs;
    this.receiver = receiver;
  }

  @Override
  public boolean getAsBoolean() {
    List<Run> now = runs.list();
    if (!now.equals(told)) {
      receiver.accept(now);
      told = now;
    }
    return true;
  }
}
