package org.deltaworks.worker.process;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.estimate.Probe;
import org.deltaworks.domain.estimate.RunEstimator;

/** What a run was said to take: written down before it trains, corrected once it has begun. */
final class KeptPromise {
  private final RunBook book;
  private final RunEstimator estimator;

  /** Writes it down, unless the run has it already. */
  KeptPromise(RunBook book, RunEstimator estimator) {
    this.book = book;
    this.estimator = estimator;
    book.promise(estimator::promised);
  }

  /** Rows to try, where that is worth it and has not been done. */
  Optional<List<Integer>> toTry() {
    return book.corrected() ? Optional.empty() : estimator.toTry();
  }

  /** They were tried, in so many seconds. */
  void tried(double seconds) {
    book.correct(
        estimator.corrected(new Probe.Reading(seconds, book.step(), book.tested(), book.taken())));
  }
}
