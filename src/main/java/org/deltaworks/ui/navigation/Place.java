package org.deltaworks.ui.navigation;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.TrainingDraft;

/** Where one can go in the window, with what to show there. */
public sealed interface Place {
  /** The first page. */
  record Home() implements Place {}

  /** The comparison of LoRA with other ways to train. */
  record WhyLora() implements Place {}

  /**
   * The form of a new training.
   *
   * @param draft what is filled in already
   */
  record NewTraining(TrainingDraft draft) implements Place {
    /** The form as it opens when nothing was chosen yet. */
    public static NewTraining empty() {
      return new NewTraining(TrainingDraft.empty());
    }
  }

  /** The list of runs. */
  record Runs() implements Place {}

  /**
   * One run's page.
   *
   * @param run its key in the catalog
   */
  record RunPage(long run) implements Place {}

  /** The list of sweeps. */
  record Sweeps() implements Place {}

  /**
   * One sweep's page.
   *
   * @param name of the sweep
   */
  record SweepPage(String name) implements Place {}

  /**
   * The shelf of adapters.
   *
   * @param selected name of the adapter to show
   */
  record Adapters(Optional<String> selected) implements Place {
    /** The shelf with nothing selected. */
    public static Adapters all() {
      return new Adapters(Optional.empty());
    }
  }

  /**
   * Asking a model with and without adapters.
   *
   * @param model name of the base, or the last one used
   * @param adapters names of the adapters to ask besides the base
   */
  record TryIt(Optional<String> model, List<String> adapters) implements Place {
    public TryIt {
      adapters = List.copyOf(adapters);
    }

    /** With what was used last. */
    public static TryIt asLeft() {
      return new TryIt(Optional.empty(), List.of());
    }

    /** With one adapter on its base. */
    public static TryIt adapter(String model, String adapter) {
      return new TryIt(Optional.of(model), List.of(adapter));
    }
  }

  /** Base models. */
  record Models() implements Place {}

  /** Data files. */
  record Datasets() implements Place {}

  /** Settings and About. */
  record Settings() implements Place {}
}
