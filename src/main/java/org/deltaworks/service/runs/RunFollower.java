package org.deltaworks.service.runs;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltaworks.domain.training.Run;
import org.jspecify.annotations.Nullable;

/** One look at a run: tells what is new, and whether there will be more. */
final class RunFollower implements BooleanSupplier {
  private final RunService runs;
  private final long id;
  private final Consumer<RunUpdate> receiver;
  private int lastStep;
  private @Nullable RunUpdate told;

  RunFollower(RunService runs, long id, Consumer<RunUpdate> receiver) {
    this.runs = runs;
    this.id = id;
    this.receiver = receiver;
  }

  @Override
  public boolean getAsBoolean() {
    // The state first: what is written after a run came to rest does not exist, so a history read
    // later is complete.
    Run run = runs.get(id);
    Run.History newer = runs.history(id, lastStep);
    RunUpdate update = new RunUpdate(run, newer);
    if (!newer.steps().isEmpty()) {
      lastStep = newer.steps().getLast().step();
    }
    if (!update.equals(told)) {
      receiver.accept(update);
      told =
          new RunUpdate(
              run, new Run.History(List.of(), newer.evaluations(), newer.samples(), newer.log()));
    }
    return !run.state().atRest();
  }
}
