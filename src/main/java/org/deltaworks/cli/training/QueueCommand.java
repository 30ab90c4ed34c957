package org.deltaworks.cli.training;

import org.deltaworks.cli.console.Group;
import picocli.CommandLine.Command;

/** Gathers the commands over the runs that wait. */
@Command(
    name = "queue",
    description = "Shows and orders the runs that wait.",
    footer = {
      "",
      "Runs get there with: deltaworks train --queue ...",
      "They start one after another, also when no window is open."
    })
public final class QueueCommand extends Group {}
