package org.deltaworks.service;

import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.demos.ComparisonService;
import org.deltaworks.service.demos.DemoService;
import org.deltaworks.service.diagnostics.DiagnosticsService;
import org.deltaworks.service.evaluation.EvaluationService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.Resumption;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.SettingsService;
import org.deltaworks.service.task.TaskRunner;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.RecipeFiles;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.service.training.TrainingService;

/**
 * Every use case, built and wired: what the window and the command line work on.
 *
 * @param tasks where their work runs
 */
public record Workbench(
    TaskRunner tasks,
    SettingsService settings,
    ModelService models,
    DatasetService datasets,
    TrainingService training,
    SweepService sweeps,
    EstimateService estimates,
    RunService runs,
    QueueService queue,
    Resumption resumption,
    AdapterService adapters,
    PlaygroundService playground,
    EvaluationService evaluation,
    DemoService demos,
    ComparisonService comparison,
    RecipeFiles recipes,
    AboutService about,
    DiagnosticsService diagnostics) {}
