package org.deltaworks.ui.shell;

import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.endings.Ending;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.SweepWords;

/** What has ended, in a title and a sentence. The title holds no word that a person typed. */
final class EndingWords {
  private EndingWords() {}

  static String title(Ending ending) {
    if (ending.sweep().isPresent()) {
      return "Your sweep has ended";
    }
    if (ending.runs().size() > 1) {
      return "%s have ended".formatted(Figures.counted(ending.runs().size(), "training"));
    }
    return ending.failed() > 0 ? "Training failed" : "Training finished";
  }

  static String text(Ending ending) {
    if (ending.sweep().isPresent()) {
      return sweep(ending.sweep().get());
    }
    return ending.runs().size() > 1 ? several(ending) : one(ending.runs().getFirst());
  }

  private static String one(Run run) {
    if (run.state() == RunState.FAILED) {
      return "%s: %s"
          .formatted(run.name(), run.problem().map(p -> p.message()).orElse("it broke off."));
    }
    Optional<String> loss = RunWords.loss(run).map(Figures::loss);
    String word = run.progress().evaluationLoss().isPresent() ? "Held-out loss" : "Loss";
    return "%s is ready.%s"
        .formatted(run.name(), loss.map(l -> " " + word + " " + l + ".").orElse(""));
  }

  private static String several(Ending ending) {
    long finished = ending.runs().size() - ending.failed();
    return ending.failed() == 0
        ? "All of them finished."
        : "%d finished, %d failed.".formatted(finished, ending.failed());
  }

  private static String sweep(SweepOverview overview) {
    return "%s: %s %s"
        .formatted(
            overview.sweep().name(), SweepWords.progress(overview), SweepWords.best(overview));
  }
}
