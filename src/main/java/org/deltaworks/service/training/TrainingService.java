package org.deltaworks.service.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.FileTrouble;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.RunService;
import org.jspecify.annotations.Nullable;

/** From a draft to a run. Any thread but the window's. */
public final class TrainingService {
  private final Reviews reviews;
  private final DatasetLocator data;
  private final AdapterStore adapters;
  private final RunStore runs;
  private final RunService launcher;
  private final QueueService queue;
  private final MemoryRoom room;

  /**
   * Over a catalog.
   *
   * @param reviews say what is wrong with a draft
   * @param launcher starts the processes of runs
   * @param queue takes those that have to wait
   * @param room says which those are
   */
  public TrainingService(
      Reviews reviews,
      DatasetLocator data,
      AdapterStore adapters,
      RunStore runs,
      RunService launcher,
      QueueService queue,
      MemoryRoom room) {
    this.reviews = reviews;
    this.data = data;
    this.adapters = adapters;
    this.runs = runs;
    this.launcher = launcher;
    this.queue = queue;
    this.room = room;
  }

  /** What the draft means and what is wrong with it; quick enough while a slider moves. */
  public Review review(TrainingDraft draft) {
    return reviews.review(draft);
  }

  /**
   * Starts a process that reads model and data, writes the run down and trains it; returns when it
   * is written down, a few seconds later. The process outlives this one. Where memory is too short
   * for it beside what runs, the run waits in the queue.
   *
   * @throws ProblemException for the first problem of the draft, a name or an output folder that is
   *     taken, a model or data that cannot be trained on; then nothing is written down
   */
  public Run start(TrainingDraft draft) {
    return start(draft, Instant.now());
  }

  /**
   * As {@link #start(TrainingDraft)}.
   *
   * @param since when the command that asked for it was started
   */
  public Run start(TrainingDraft draft, Instant since) {
    RunProposal proposal = propose(draft);
    return hasToWait(draft)
        ? queue.add(proposal, Optional.empty())
        : launcher.begin(proposal, since);
  }

  /**
   * As {@link #start(TrainingDraft)}, but the run waits for its turn in the queue in any case.
   *
   * @param notBefore when it may start at the earliest
   */
  public Run enqueue(TrainingDraft draft, Optional<Instant> notBefore) {
    return queue.add(propose(draft), notBefore);
  }

  /** Whether a run of this draft would have to wait now, since memory is too short for both. */
  public boolean hasToWait(TrainingDraft draft) {
    List<Run> running = launcher.active();
    return !running.isEmpty() && !room.holds(draft, running);
  }

  /** Throws the first problem of a draft. */
  void refuseProblems(TrainingDraft draft) {
    refused(draft);
  }

  /** A name that neither a run nor an adapter has, for a draft without one. */
  String freeName(TrainingDraft draft) {
    return name(draft.with(Setting.NAME, ""), refused(draft).model().orElseThrow());
  }

  private Review refused(TrainingDraft draft) {
    return reviews.accepted(draft);
  }

  /** What {@link #start} and {@link #enqueue} ask for. */
  RunProposal propose(TrainingDraft draft) {
    Review review = refused(draft);
    BaseModel model = review.model().orElseThrow();
    ModelService.refuseWithoutTokenizer(model.folder());
    TrainingDraft settled = settle(draft, model);
    return runs.propose(settled.text(Setting.NAME), settled, model.name());
  }

  /** The command that starts this draft, for a terminal. */
  public String commandLine(TrainingDraft draft) {
    return CommandLine.of(draft);
  }

  /** The draft with a name of its own and with paths that hold wherever the process runs. */
  private TrainingDraft settle(TrainingDraft draft, BaseModel model) {
    TrainingDraft settled = draft;
    String said = draft.text(Setting.MODEL);
    if (!said.equals(model.name())) {
      settled = settled.with(Setting.MODEL, model.folder().toString());
    }
    settled =
        settled.with(
            Setting.DATA,
            draft.texts(Setting.DATA).stream().map(f -> data.find(f).toString()).toList());
    if (draft.says(Setting.EVAL_DATA)) {
      settled =
          settled.with(Setting.EVAL_DATA, data.find(draft.text(Setting.EVAL_DATA)).toString());
    }
    if (draft.says(Setting.INIT_ADAPTER)) {
      settled =
          settled.with(
              Setting.INIT_ADAPTER,
              new AdapterLocator(adapters).find(draft.text(Setting.INIT_ADAPTER)).toString());
    }
    if (draft.says(Setting.OUT)) {
      Path out = Path.of(draft.text(Setting.OUT)).toAbsolutePath().normalize();
      refuseOutput(out);
      settled = settled.with(Setting.OUT, out.toString());
    }
    return settled.with(Setting.NAME, name(draft, model));
  }

  private String name(TrainingDraft draft, BaseModel model) {
    if (!draft.says(Setting.NAME)) {
      String first = String.valueOf(Path.of(draft.texts(Setting.DATA).getFirst()).getFileName());
      int dot = first.lastIndexOf('.');
      String stem = dot > 0 ? first.substring(0, dot) : first;
      String wanted = (model.name() + "-" + stem).toLowerCase(Locale.ROOT);
      String free = runs.freeName(wanted);
      for (int i = 2; adapters.find(free).isPresent(); i++) {
        free = runs.freeName(wanted + "-" + i);
      }
      return free;
    }
    String name = draft.text(Setting.NAME);
    if (runs.find(name).isPresent() || adapters.find(name).isPresent()) {
      throw Problem.at(
              Setting.NAME.option(),
              Problem.Kind.CONFLICT,
              "A run or an adapter is called \"%s\" already.".formatted(name),
              "Choose another name, or delete the old one first.")
          .asException();
    }
    return name;
  }

  private static void refuseOutput(Path out) {
    AtomicFiles.refuseOccupied(out);
    probe(out);
  }

  /** Writes and removes a small file, since only that tells whether a folder can be written to. */
  private static void probe(Path out) {
    @Nullable Path place = out;
    while (place != null && !Files.exists(place)) {
      place = place.getParent();
    }
    Path folder = place == null ? out : place;
    try {
      Files.delete(Files.createTempFile(folder, ".deltaworks", ""));
    } catch (IOException e) {
      throw FileTrouble.writing(out, e);
    }
  }
}
