package org.deltaworks.service.training;

import java.util.List;
import java.util.function.LongSupplier;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.platform.ProcessMemory;

/**
 * Whether one more training fits beside those that run.
 *
 * @param estimates say what a draft will take
 * @param available bytes of memory that can be had now
 */
public record MemoryRoom(EstimateService estimates, LongSupplier available) {
  /** Of this computer. */
  public static MemoryRoom ofThisMachine(EstimateService estimates) {
    MachineProbe probe = new MachineProbe();
    return new MemoryRoom(estimates, () -> probe.look().availableMemory());
  }

  /**
   * Whether it fits; the first one always does, for waiting would change nothing.
   *
   * @param draft of the one that asks
   * @param running those that have a process
   */
  boolean holds(TrainingDraft draft, List<Run> running) {
    if (running.isEmpty()) {
      return true;
    }
    double stillToCome =
        running.stream().mapToDouble(run -> Math.max(0, need(run) - taken(run))).sum();
    return need(draft) + stillToCome <= available.getAsLong();
  }

  /** What it said of itself, or else what is said of its settings. */
  private double need(Run run) {
    return run.facts().expected().map(Run.Footprint::bytes).orElseGet(() -> need(run.draft()));
  }

  /** Nothing where it is not known: then only trying tells. */
  private double need(TrainingDraft draft) {
    try {
      return estimates.footprint(draft).bytes();
    } catch (ProblemException e) {
      return 0;
    }
  }

  private static long taken(Run run) {
    return run.owner().map(owner -> ProcessMemory.resident(owner.processId()).orElse(0)).orElse(0L);
  }
}
