package org.deltaworks.cli.training;

import org.deltaworks.cli.console.Group;
import picocli.CommandLine.Command;

/** Gathers the commands over runs. */
@Command(name = "runs", description = "Lists, follows and steers runs.")
public final class RunsCommand extends Group {}
