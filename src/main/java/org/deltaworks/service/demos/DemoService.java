package org.deltaworks.service.demos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.task.Subscription;

/** The bundled demos. Methods wait for their result: run them as a task. */
public final class DemoService {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_TOKENS = 96;

  private final DemoShelf shelf;
  private final DatasetService data;
  private final PlaygroundService playground;

  /** Over the demos of this installation. */
  public DemoService(DemoShelf shelf, DatasetService data, PlaygroundService playground) {
    this.shelf = shelf;
    this.data = data;
    this.playground = playground;
  }

  /** All demos, by name. */
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
   * Asks every held-out prompt, greedily, and judges the answers.
   *
   * @param adapter catalog name or folder; absent for the base alone
   * @throws ProblemException if model, adapter or rows cannot be used
   */
  public DemoMeasure measure(Demo demo, Optional<String> adapter) throws InterruptedException {
    List<DemoMeasure.DemoAnswer> answers = new ArrayList<>();
    for (Row row : data.preview(demo.heldOut().toString(), MOST_ROWS).rows()) {
      if (row instanceof Row.Prompted asked) {
        String answer = ask(demo, adapter, asked.prompt());
        answers.add(
            new DemoMeasure.DemoAnswer(
                asked.prompt(), asked.completion(), answer, demo.metric().score(asked, answer)));
      }
    }
    return new DemoMeasure(answers);
  }

  /** A prompt reaches the model in the form in which the training rows did. */
  private String ask(Demo demo, Optional<String> adapter, String prompt)
      throws InterruptedException {
    Question question =
        new Question(
            demo.settings().text(Setting.MODEL),
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
