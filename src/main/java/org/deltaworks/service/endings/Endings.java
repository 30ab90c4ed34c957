package org.deltaworks.service.endings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.WaitingRun;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepService;

/**
 * Notices trainings that end, whoever started them. A training that was started by hand is told of
 * by itself; those of a queue or a sweep are kept until none of them is left that goes on without a
 * person, and told of together. It is fed the list of runs, by one thread at a time; what had ended
 * before the first list is not told.
 */
public final class Endings implements Consumer<List<Run>> {
  private static final System.Logger LOG = System.getLogger(Endings.class.getName());

  private final QueueService queue;
  private final SweepService sweeps;
  private final Consumer<Ending> receiver;
  private final Map<Long, RunState> states = new HashMap<>();
  private final Set<Long> together = new HashSet<>();
  private final List<Run> kept = new ArrayList<>();
  private boolean first = true;

  /** Tells the receiver, on the thread that brings the lists. */
  public Endings(QueueService queue, SweepService sweeps, Consumer<Ending> receiver) {
    this.queue = queue;
    this.sweeps = sweeps;
    this.receiver = receiver;
  }

  @Override
  public void accept(List<Run> all) {
    try {
      look(all);
    } catch (ProblemException e) {
      // Nothing was noted yet: the next list brings it again.
      LOG.log(System.Logger.Level.WARNING, e.problem().line());
    }
  }

  private void look(List<Run> all) {
    List<Run> moved = all.stream().filter(run -> states.get(run.id()) != run.state()).toList();
    if (moved.isEmpty()) {
      return;
    }
    List<WaitingRun> waiting = queue.list();
    Map<String, List<Long>> members = sweeps.members();
    List<Run> ended = first ? List.of() : moved.stream().filter(this::endsNow).toList();
    first = false;
    // A run that is taken off the list for a while is the same when it comes back.
    all.forEach(run -> states.put(run.id(), run.state()));
    waiting.forEach(run -> together.add(run.run().id()));
    members.values().forEach(together::addAll);
    // One that failed and was put back ends once more, or not at all.
    moved.forEach(run -> kept.removeIf(old -> old.id() == run.id()));
    for (Run run : ended) {
      if (together.contains(run.id())) {
        kept.add(run);
      } else {
        receiver.accept(new Ending(List.of(run), Optional.empty()));
      }
    }
    if (!kept.isEmpty() && !goesOn(all, waiting)) {
      receiver.accept(new Ending(kept, sweepOfAll(members)));
      kept.clear();
    }
  }

  private boolean endsNow(Run run) {
    RunState before = states.get(run.id());
    return (run.state() == RunState.FINISHED || run.state() == RunState.FAILED)
        && (before == null || !before.atRest());
  }

  /** Whether one of them trains, or will without a person and without waiting for the clock. */
  private boolean goesOn(List<Run> all, List<WaitingRun> waiting) {
    Instant now = Instant.now();
    Set<Long> later =
        waiting.stream()
            .filter(w -> w.held() || w.notBefore().filter(time -> time.isAfter(now)).isPresent())
            .map(w -> w.run().id())
            .collect(Collectors.toSet());
    return all.stream()
        .anyMatch(
            run ->
                together.contains(run.id()) && !run.state().atRest() && !later.contains(run.id()));
  }

  private Optional<SweepOverview> sweepOfAll(Map<String, List<Long>> members) {
    List<Long> ids = kept.stream().map(Run::id).toList();
    try {
      return members.entrySet().stream()
          .filter(entry -> entry.getValue().containsAll(ids))
          .findFirst()
          .map(entry -> sweeps.find(entry.getKey()));
    } catch (ProblemException goneMeanwhile) {
      return Optional.empty();
    }
  }
}
