package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.ModelFiles;
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
 * @param checkpoint folder to go on from, if the run was interrupted
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
    Optional<Path> checkpoint,
    List<String> notes) {}
