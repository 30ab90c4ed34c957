package org.deltaworks.ui.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.training.SweepPromise;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.live.SweepWords;

/** What trying several takes, in words. */
final class SeveralWords {
  private SeveralWords() {}

  /** {@code 12 trainings, about 38 min, adapters of 9 MB in all.} */
  static String sentence(SweepPromise promise) {
    return "%s, %s, %s of %s in all."
        .formatted(
            Figures.counted(promise.trainings(), "training"),
            PromiseWords.time(promise.seconds()),
            makesAdapter(promise.largest()) ? "adapters" : "models",
            Figures.bytes(promise.resultBytes()));
  }

  /** What the machine lacks for it. */
  static Optional<String> warning(SweepPromise promise) {
    if (!promise.fitsMemory()) {
      return Optional.of(
          "The largest of them (%s) does not fit here: it takes about %s of memory, and %s are free."
              .formatted(
                  largest(promise.largest()),
                  Figures.bytes(promise.promise().estimate().memory().total()),
                  Figures.bytes(promise.promise().freeMemory())));
    }
    return promise.fitsDisk()
        ? Optional.empty()
        : Optional.of(
            "All of them together take about %s on the disk, and %s are free."
                .formatted(
                    Figures.bytes(promise.diskBytes()),
                    Figures.bytes(promise.promise().freeDisk())));
  }

  /** When it begins and about when it is over. */
  static String times(SweepPromise promise, Optional<Instant> notBefore) {
    return notBefore
        .map(
            time ->
                "Begins at %s and is over about %s, if nothing else is in the queue. The computer has to be on then; after a restart, open Deltaworks once."
                    .formatted(
                        Figures.clock(time),
                        Figures.clock(
                            time.plus(Duration.ofSeconds(Math.round(promise.seconds()))))))
        .orElse("They train one after another. If one fails, the others go on.");
  }

  private static String largest(TrainingDraft draft) {
    return makesAdapter(draft)
        ? words(draft, Setting.RANK) + ", " + words(draft, Setting.TARGET_MODULES)
        : words(draft, Setting.LEARNING_RATE);
  }

  private static String words(TrainingDraft draft, Setting setting) {
    return SweepWords.setting(setting, draft.text(setting));
  }

  private static boolean makesAdapter(TrainingDraft draft) {
    return Method.parse(draft.text(Setting.METHOD)).orElse(Method.LORA).makesAdapter();
  }
}
