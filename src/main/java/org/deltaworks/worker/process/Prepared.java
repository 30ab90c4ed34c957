package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.estimate.RunEstimator;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.text.Tokenizer;

/**
 * Everything a training needs that is no tensor.
 *
 * @param plan what was asked
 * @param model the base
 * @param tokenizer the base's
 * @param data files that were read, for the lineage
 * @param lora the adapter to train; absent when every weight is
 * @param start matrices to begin from, one pair for each module; absent for fresh ones
 * @param rows what to learn and what to test on
 * @param estimator tells what it will take on this machine
 * @param names what a person calls the rows to learn from
 * @param checkpoints folders to go on from by steps done; none if the run is new
 * @param notes what a person should know about the rows, for the run's log
 */
record Prepared(
    TrainingPlan plan,
    ModelFiles model,
    Tokenizer tokenizer,
    List<Path> data,
    Optional<LoraSpec> lora,
    Optional<List<LoraPair>> start,
    HeldOut rows,
    RunEstimator estimator,
    RowNames names,
    SortedMap<Integer, Path> checkpoints,
    List<String> notes) {
  /** The same rows and base, trained by another plan from these checkpoints on. */
  Prepared again(TrainingPlan other, SortedMap<Integer, Path> from) {
    return new Prepared(
        other,
        model,
        tokenizer,
        data,
        lora,
        start,
        rows,
        estimator.of(other),
        names,
        from,
        List.of());
  }
}
