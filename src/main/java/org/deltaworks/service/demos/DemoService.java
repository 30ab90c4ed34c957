package org.deltaworks.service.demos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.deltaworks.corpus.demo.DemoShelf;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.service.training.TrainingService;

/** The bundled demos. Methods wait for their result: run them as a task. */
public final class DemoService {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_TOKENS = 96;

  private final DemoShelf shelf;
  private final DatasetService data;
  private final PlaygroundService playground;
  private final Trainings trainings;

  /** What starts and knows runs. */
  public record Trainings(TrainingService training, RunService runs, AdapterService adapters) {}

  /** Over the demos of this installation. */
  public DemoService(
      DemoShelf shelf, DatasetService data, PlaygroundService playground, Trainings trainings) {
    this.shelf = shelf;
    this.data = data;
    this.playground = playground;
    this.trainings = trainings;
  }

  /** All demos, in the order in which they are shown. */
  public List<Demo> list() {
    return shelf.list();
  }

  /**
   * One by name, or the first.
   *
   * @throws ProblemException if there is none
   */
  public Demo find(Optional<String> name) {
    Optional<Demo> found =
        name.isPresent() ? shelf.find(name.get()) : shelf.list().stream().findFirst();
    return found.orElseThrow(
        () ->
            Problem.at(
                    "name",
                    Problem.Kind.NOT_FOUND,
                    name.map("There is no demo \"%s\" in this installation."::formatted)
                        .orElse("There is no demo in this installation."),
                    shelf.list().isEmpty()
                        ? "Install Deltaworks again."
                        : "Choose one of %s."
                            .formatted(
                                String.join(", ", shelf.list().stream().map(Demo::name).toList())))
                .asException());
  }

  /**
   * Starts a demo's training under its own name, numbered where that is taken.
   *
   * @param since when the person asked for it
   * @throws ProblemException if the base or the rows cannot be used
   */
  public Run start(Demo demo, Instant since) {
    return start(demo, Optional.empty(), since);
  }

  /** As {@link #start(Demo, Instant)}, with another seed than the demo's own. */
  public Run start(Demo demo, Optional<Long> seed, Instant since) {
    TrainingDraft settings = demo.settings().with(Setting.NAME, freeName(demo.name()));
    return trainings
        .training()
        .start(seed.map(s -> settings.with(Setting.SEED, s.toString())).orElse(settings), since);
  }

  /** A name that neither a run nor an adapter has: {@code stem}, {@code stem-2} … */
  String freeName(String stem) {
    Set<String> taken = new HashSet<>();
    trainings.runs().list().forEach(run -> taken.add(run.name()));
    trainings.adapters().list().forEach(adapter -> taken.add(adapter.name()));
    String free = stem;
    for (int i = 2; taken.contains(free); i++) {
      free = stem + "-" + i;
    }
    return free;
  }

  /** What can be tried by hand with what a run made: the prompts of the demo it learnt. */
  public List<String> prompts(String run) {
    return trainings.runs().list().stream()
        .filter(r -> r.name().equals(run))
        .findFirst()
        .flatMap(r -> list().stream().filter(demo -> demo.isOf(r)).findFirst())
        .map(Demo::prompts)
        .orElse(List.of());
  }

  /**
   * Asks every held-out prompt, greedily, and judges the answers.
   *
   * @param adapter catalog name or folder; absent for the base alone
   * @throws ProblemException if model, adapter or rows cannot be used
   */
  public DemoMeasure measure(Demo demo, Optional<String> adapter) throws InterruptedException {
    return measure(demo, demo.settings().text(Setting.MODEL), adapter);
  }

  /** As {@link #measure(Demo, Optional)}, on another model than the demo's own base. */
  public DemoMeasure measure(Demo demo, String model, Optional<String> adapter)
      throws InterruptedException {
    List<DemoMeasure.DemoAnswer> answers = new ArrayList<>();
    for (Row row : data.preview(demo.heldOut().toString(), MOST_ROWS).rows()) {
      if (row instanceof Row.Prompted asked) {
        String answer = ask(model, adapter, asked.prompt());
        answers.add(
            new DemoMeasure.DemoAnswer(
                asked.prompt(), asked.completion(), answer, demo.metric().score(asked, answer)));
      }
    }
    return new DemoMeasure(answers);
  }

  /** A prompt reaches the model in the form in which the training rows did. */
  private String ask(String model, Optional<String> adapter, String prompt)
      throws InterruptedException {
    Question question =
        new Question(
            model,
            adapter.map(name -> new AdapterChoice(name, 1)).stream().toList(),
            prompt,
            true,
            MOST_TOKENS,
            Sampling.GREEDY);
    Waiting waiting = new Waiting();
    try (Subscription asked = playground.ask(question, waiting)) {
      return waiting.answer().strip();
    }
  }

  private static final class Waiting implements Answerer.Listener {
    private final CompletableFuture<Answer> end = new CompletableFuture<>();

    @Override
    public void piece(String text) {
      // Only the whole answer is judged.
    }

    @Override
    public void answered(Answer answer) {
      end.complete(answer);
    }

    @Override
    public void failed(Problem problem) {
      end.completeExceptionally(problem.asException());
    }

    String answer() throws InterruptedException {
      try {
        return end.get().text();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ProblemException problem) {
          throw problem;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
