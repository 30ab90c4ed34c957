package org.deltaworks.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deltaworks.cli.asking.EvaluateCommand;
import org.deltaworks.cli.asking.GenerateCommand;
import org.deltaworks.cli.asking.MergeCommand;
import org.deltaworks.cli.asking.ScoreCommand;
import org.deltaworks.cli.console.NotYetCommand;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.machine.CompletionCommand;
import org.deltaworks.cli.machine.DemoCommand;
import org.deltaworks.cli.machine.DoctorCommand;
import org.deltaworks.cli.machine.SelfTestCommand;
import org.deltaworks.cli.shelf.AdaptersCommand;
import org.deltaworks.cli.shelf.AdaptersDeleteCommand;
import org.deltaworks.cli.shelf.AdaptersImportCommand;
import org.deltaworks.cli.shelf.AdaptersListCommand;
import org.deltaworks.cli.shelf.AdaptersRenameCommand;
import org.deltaworks.cli.shelf.AdaptersShowCommand;
import org.deltaworks.cli.shelf.AdaptersTagCommand;
import org.deltaworks.cli.shelf.DatasetsAddCommand;
import org.deltaworks.cli.shelf.DatasetsCommand;
import org.deltaworks.cli.shelf.DatasetsDeleteCommand;
import org.deltaworks.cli.shelf.DatasetsListCommand;
import org.deltaworks.cli.shelf.DatasetsPreviewCommand;
import org.deltaworks.cli.shelf.DatasetsShowCommand;
import org.deltaworks.cli.shelf.ExportCommand;
import org.deltaworks.cli.shelf.ModelsAddCommand;
import org.deltaworks.cli.shelf.ModelsCommand;
import org.deltaworks.cli.shelf.ModelsDeleteCommand;
import org.deltaworks.cli.shelf.ModelsListCommand;
import org.deltaworks.cli.shelf.ModelsShowCommand;
import org.deltaworks.cli.training.EstimateCommand;
import org.deltaworks.cli.training.QueueCancelCommand;
import org.deltaworks.cli.training.QueueCommand;
import org.deltaworks.cli.training.QueueHoldCommand;
import org.deltaworks.cli.training.QueueListCommand;
import org.deltaworks.cli.training.QueueMoveCommand;
import org.deltaworks.cli.training.QueueReleaseCommand;
import org.deltaworks.cli.training.RunsCommand;
import org.deltaworks.cli.training.RunsDeleteCommand;
import org.deltaworks.cli.training.RunsFollowCommand;
import org.deltaworks.cli.training.RunsListCommand;
import org.deltaworks.cli.training.RunsPauseCommand;
import org.deltaworks.cli.training.RunsResumeCommand;
import org.deltaworks.cli.training.RunsShowCommand;
import org.deltaworks.cli.training.RunsStopCommand;
import org.deltaworks.cli.training.SettingOptions;
import org.deltaworks.cli.training.SweepCommand;
import org.deltaworks.cli.training.SweepListCommand;
import org.deltaworks.cli.training.SweepShowCommand;
import org.deltaworks.cli.training.TrainCommand;
import picocli.CommandLine;

/** Every command in its place: read top to bottom, it is the command line. */
final class CommandTree {
  private final Session session;
  private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

  CommandTree(Session session) {
    this.session = session;
    commands.put("train", this::train);
    commands.put("estimate", this::estimate);
    commands.put("runs", this::runs);
    commands.put("queue", this::queue);
    commands.put("sweep", this::sweep);
    commands.put("evaluate", () -> new CommandLine(new EvaluateCommand(session)));
    commands.put("score", () -> new CommandLine(new ScoreCommand(session)));
    commands.put("generate", () -> new CommandLine(new GenerateCommand(session)));
    commands.put("merge", () -> new CommandLine(new MergeCommand(session)));
    commands.put("export", () -> new CommandLine(new ExportCommand(session)));
    commands.put("adapters", this::adapters);
    commands.put("models", this::models);
    commands.put("datasets", this::datasets);
    commands.put("demo", () -> new CommandLine(new DemoCommand(session)));
    commands.put("self-test", () -> new CommandLine(new SelfTestCommand(session)));
    commands.put("doctor", () -> new CommandLine(new DoctorCommand(session)));
    commands.put("completion", () -> new CommandLine(new CompletionCommand(session)));
    commands.put("serve", () -> notYet("Ask the model with \"deltaworks generate\"."));
  }

  /**
   * Adds the commands that the line names, or all of them where help, a completion script or a
   * remark about a misspelt name needs them: reading one command's options takes a tenth of the
   * time of reading all.
   */
  void growOn(CommandLine root, List<String> arguments) {
    boolean all =
        arguments.contains("completion") || arguments.stream().noneMatch(commands::containsKey);
    commands.forEach(
        (name, command) -> {
          if (all || arguments.contains(name)) {
            root.addSubcommand(name, command.get());
          }
        });
  }

  private CommandLine train() {
    CommandLine train = new CommandLine(new TrainCommand(session));
    SettingOptions.addTo(train.getCommandSpec());
    return train;
  }

  private CommandLine estimate() {
    CommandLine estimate = new CommandLine(new EstimateCommand(session));
    SettingOptions.addTo(estimate.getCommandSpec());
    return estimate;
  }

  private CommandLine runs() {
    CommandLine group = new CommandLine(new RunsCommand());
    group.addSubcommand(new RunsListCommand(session));
    group.addSubcommand(new RunsShowCommand(session));
    group.addSubcommand(new RunsFollowCommand(session));
    group.addSubcommand(new RunsPauseCommand(session));
    group.addSubcommand(new RunsResumeCommand(session));
    group.addSubcommand(new RunsStopCommand(session));
    group.addSubcommand(new RunsDeleteCommand(session));
    return group;
  }

  private CommandLine sweep() {
    CommandLine sweep = new CommandLine(new SweepCommand(session));
    SettingOptions.addTo(sweep.getCommandSpec());
    sweep.addSubcommand(new SweepListCommand(session));
    sweep.addSubcommand(new SweepShowCommand(session));
    return sweep;
  }

  private CommandLine queue() {
    CommandLine group = new CommandLine(new QueueCommand());
    group.addSubcommand(new QueueListCommand(session));
    group.addSubcommand(new QueueMoveCommand(session));
    group.addSubcommand(new QueueHoldCommand(session));
    group.addSubcommand(new QueueReleaseCommand(session));
    group.addSubcommand(new QueueCancelCommand(session));
    return group;
  }

  private CommandLine adapters() {
    CommandLine group = new CommandLine(new AdaptersCommand());
    group.addSubcommand(new AdaptersListCommand(session));
    group.addSubcommand(new AdaptersShowCommand(session));
    group.addSubcommand(new AdaptersImportCommand(session));
    group.addSubcommand(new AdaptersRenameCommand(session));
    group.addSubcommand(new AdaptersTagCommand(session));
    group.addSubcommand(new AdaptersDeleteCommand(session));
    group.addSubcommand("compare", notYet("Compare two \"adapters show\" by eye."));
    return group;
  }

  private CommandLine models() {
    CommandLine group = new CommandLine(new ModelsCommand());
    group.addSubcommand(new ModelsListCommand(session));
    group.addSubcommand(new ModelsShowCommand(session));
    group.addSubcommand(new ModelsAddCommand(session));
    group.addSubcommand(new ModelsDeleteCommand(session));
    group.addSubcommand(
        "download",
        notYet("Download the files with another program, then \"models add\" the folder."));
    return group;
  }

  private CommandLine datasets() {
    CommandLine group = new CommandLine(new DatasetsCommand());
    group.addSubcommand(new DatasetsListCommand(session));
    group.addSubcommand(new DatasetsShowCommand(session));
    group.addSubcommand(new DatasetsAddCommand(session));
    group.addSubcommand(new DatasetsPreviewCommand(session));
    group.addSubcommand(new DatasetsDeleteCommand(session));
    return group;
  }

  private static CommandLine notYet(String instead) {
    return new CommandLine(new NotYetCommand(instead));
  }
}
